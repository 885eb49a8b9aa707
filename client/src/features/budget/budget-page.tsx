// The budget of a proposal: the grid, the lump sum, and beside them the rules of the call. Live for everybody.
import { AMOUNT_COLUMN } from '@adagia/shared/budget/budget-cells';
import { BUDGET } from '@adagia/shared/document';
import { BUDGET_SECTION } from '@adagia/shared/writing-rights';
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AllComments } from '../comments/comment-buttons.tsx';
import { ObjectComments } from '../comments/objects/object-comments.tsx';
import { useFocusFromAddress } from '../plan/go-to-place.ts';
import { useUndoKeys } from '../plan/grid-undo.ts';
import { RulesSummary } from '../plan/rules-summary.tsx';
import { UndoButtons } from '../plan/undo-buttons.tsx';
import { useAnnouncer } from '../plan/use-announcer.tsx';
import { useProject } from '../plan/use-project.ts';
import { usePagePlace } from '../presence/use-page-place.ts';
import { ClosedNote } from '../rights/closed-note.tsx';
import { DailyRatesPanel } from '../rights/daily-rates.tsx';
import { OwnColumnsSwitch } from '../rights/own-columns-switch.tsx';
import { SectionRights } from '../rights/section-rights.tsx';
import { BudgetGrid } from './budget-grid.tsx';
import classes from './budget-page.module.css';
import { BudgetShares } from './budget-shares.tsx';
import { CostQuantities } from './cost-quantities.tsx';
import { BudgetFiles } from './files/budget-files.tsx';
import { LumpSumChoice } from './lump-sum-choice.tsx';
import { AsIfChoice, type BudgetView } from './negotiation/as-if-choice.tsx';
import { NegotiationPanel } from './negotiation/negotiation-panel.tsx';
import { NegotiationSwitch } from './negotiation/negotiation-switch.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { useGridModel } from './use-grid-model.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function BudgetPage() {
  const { t } = useTranslation('budget');
  const { session, proposal } = useProposal();
  const [chosen, setView] = useState<BudgetView>('agreed');
  const view = proposal.isNegotiated ? chosen : 'agreed';
  const project = useProject(BUDGET, view === 'agreed' ? null : view);
  const model = useGridModel(project);
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
          <SectionRights sectionId={BUDGET_SECTION} name={t('title')} />
        </div>
        <Group gap="xs">
          {project.budget.rows.length > 0 && view === 'agreed' && <BudgetFiles project={project} amounts={model} />}
          {project.canWrite && <UndoButtons />}
          <AllComments page="budget" />
        </Group>
      </Group>
      <RulesSummary report={project.report} hasLink={false} />
      <ClosedNote root={BUDGET} mapKey={`/${AMOUNT_COLUMN}`} />
      <LumpSumChoice project={project} />
      <OwnColumnsSwitch />
      <NegotiationSwitch />
      {proposal.isNegotiated && <AsIfChoice project={project} view={view} onChange={setView} />}
      <div className={classes.layout}>
        <Stack gap="xs">
          {project.budget.rows.length > 0 ? (
            <BudgetGrid project={project} model={model} announce={announce} />
          ) : (
            <NoRows />
          )}
          {project.call.unitCosts && <CostQuantities project={project} />}
          {project.canWrite && !project.call.unitCosts && (
            <Text size="sm" c="dimmed" id="budget-keys">
              {t('grid.help', { mod: isMac ? 'Cmd' : 'Ctrl' })}
            </Text>
          )}
        </Stack>
        <RulesPanel
          report={project.report}
          // What mends a budget that is only looked at would be written into the one that there is.
          {...(view === 'agreed' && { context: project })}
          title={t('rulesPanel.title')}
          green={t('rulesPanel.green')}
        />
      </div>
      <NegotiationPanel />
      <BudgetShares project={project} />
      <DailyRatesPanel />
      <ObjectComments page="budget" />
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
