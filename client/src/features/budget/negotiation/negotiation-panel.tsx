// What is open between partners and the coordinator: each figure with who and when, totals before and after, which rules would
// break, and the word of each organisation on its column. Shown where the budget is negotiated.

import { formatAmount } from '@adagia/shared/budget/format-amount';
import type { Negotiation } from '@adagia/shared/budget/negotiation';
import type { Violation } from '@adagia/shared/budget/rule';
import { BUDGET } from '@adagia/shared/document';
import { Alert, List, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { type Project, useProject } from '../../plan/use-project.ts';
import { useViolationText } from '../use-violation-text.ts';
import { ColumnAgreements } from './column-agreements.tsx';
import { DecideAll } from './decide-all.tsx';
import { OpenFigureList } from './open-figure-list.tsx';
import { useOpenFigures } from './use-negotiation.ts';

interface PanelProps {
  /** As it is agreed now. */
  project: Project;
}

export function NegotiationPanel() {
  const { proposal } = useProposal();
  return proposal.isNegotiated ? <Panel /> : null;
}

function Panel() {
  const { t } = useTranslation('negotiation');
  const project = useProject(BUDGET);
  const open = useOpenFigures(project);
  return (
    <Stack component="section" gap="sm" id="negotiation" tabIndex={-1} aria-labelledby="negotiation-title">
      <Title order={2} size="h4" id="negotiation-title">
        {t('title')}
      </Title>
      {open.length === 0 ? <Text c="dimmed">{t('nothingOpen')}</Text> : <OpenFigures project={project} open={open} />}
      <ColumnAgreements project={project} open={open} />
    </Stack>
  );
}

function OpenFigures({ project, open }: PanelProps & { open: readonly Negotiation[] }) {
  const accepted = useProject(BUDGET, 'proposed');
  return (
    <>
      <Outcome project={project} accepted={accepted} />
      <OpenFigureList open={open} />
      <DecideAll project={project} accepted={accepted} open={open} name="all" />
    </>
  );
}

const violationsOf = ({ report }: Project): Violation[] => report.outcomes.flatMap(({ violations }) => violations);
/** What breaks now with one figure breaks then with another: that is nothing new. */
const placeOf = ({ rule, message, place }: Violation): string => JSON.stringify([rule, message, place]);

/** What would be if everything that is proposed were accepted. */
function Outcome({ project, accepted }: PanelProps & { accepted: Project }) {
  const { t, i18n } = useTranslation('negotiation');
  const textOf = useViolationText();
  const known = new Set(violationsOf(project).map(placeOf));
  const broken = violationsOf(accepted).filter((one) => !known.has(placeOf(one)));
  const euro = (cents: number) => formatAmount(cents, i18n.language, 'euro');
  const [before, after] = [project.budget.total, accepted.budget.total];
  const values = { before: euro(before), after: euro(after) };
  return (
    <>
      <Text>{before === after ? t('totalStays', values) : t('totalIfAccepted', values)}</Text>
      {broken.length > 0 && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('wouldBreak')} data-would-break>
          <List size="sm">
            {broken.map((one) => (
              <List.Item key={placeOf(one)}>{textOf(one)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
