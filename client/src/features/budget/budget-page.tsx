// The budget of a proposal: the grid, the lump sum, and beside them the rules of the call. Live for everybody.
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFocusFromAddress } from '../plan/go-to-place.ts';
import { useUndoKeys } from '../plan/grid-undo.ts';
import { RulesSummary } from '../plan/rules-summary.tsx';
import { UndoButtons } from '../plan/undo-buttons.tsx';
import { useAnnouncer } from '../plan/use-announcer.tsx';
import { useProject } from '../plan/use-project.ts';
import { usePagePlace } from '../presence/use-page-place.ts';
import { BudgetGrid } from './budget-grid.tsx';
import classes from './budget-page.module.css';
import { LumpSumChoice } from './lump-sum-choice.tsx';
import { RulesPanel } from './rules-panel.tsx';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function BudgetPage() {
  const { t } = useTranslation('budget');
  const { session } = useProposal();
  const project = useProject();
  const { announce, announcer } = useAnnouncer();
  usePagePlace('budget');
  useUndoKeys(session);
  useFocusFromAddress();
  return (
    <Stack gap="md" p="md">
      {announcer}
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h2">
            {t('title')}
          </Title>
          <Text c="dimmed">{t('intro')}</Text>
        </div>
        {project.canWrite && <UndoButtons />}
      </Group>
      <RulesSummary report={project.report} hasLink={false} />
      <LumpSumChoice project={project} />
      <div className={classes.layout}>
        <Stack gap="xs">
          {project.budget.rows.length > 0 ? <BudgetGrid project={project} announce={announce} /> : <NoRows />}
          {project.canWrite && (
            <Text size="sm" c="dimmed" id="budget-keys">
              {t('grid.help', { mod: isMac ? 'Cmd' : 'Ctrl' })}
            </Text>
          )}
        </Stack>
        <RulesPanel report={project.report} title={t('rulesPanel.title')} green={t('rulesPanel.green')} />
      </div>
    </Stack>
  );
}

function NoRows() {
  const { t } = useTranslation('budget');
  const { proposal } = useProposal();
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <Anchor
          renderRoot={(props) => <Link to="/p/$proposalId/plan" params={{ proposalId: proposal.id }} {...props} />}
        >
          {t('empty.action')}
        </Anchor>
      }
    >
      {t('empty.text')}
    </EmptyState>
  );
}
