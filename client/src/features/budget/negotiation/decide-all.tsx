// A decision on all open figures at once, or on all of one organisation: asked first, with the totals before and after.

import { formatAmount } from '@adagia/shared/budget/format-amount';
import type { Negotiation } from '@adagia/shared/budget/negotiation';
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { useObservable } from '../../../session/observable.ts';
import { askFirst } from '../../../ui/ask-first.ts';
import { focusSoon } from '../../plan/focus-soon.ts';
import type { Project } from '../../plan/use-project.ts';
import { type Decision, useDecide } from './use-decisions.ts';
import { useCanTypeAt, useFigureSide } from './use-figure-writer.ts';

interface DecideAllProps {
  project: Project;
  /** As if all were accepted. */
  accepted: Project;
  open: readonly Negotiation[];
  /** An organisation's number and name; 'all' for everybody. */
  name: string;
  /** Of an organisation whose figures they are. */
  organisationId?: string;
}

export function DecideAll({ project, accepted, open, name, organisationId }: DecideAllProps) {
  const { t, i18n } = useTranslation('negotiation');
  const { session } = useProposal();
  const canWrite = useObservable(session.canWrite);
  const sideOf = useFigureSide();
  const mayType = useCanTypeAt();
  const decide = useDecide();
  const mine = open.filter(({ cell }) => sideOf(cell) === 'coordinator' && mayType(cell));
  if (!canWrite || mine.length < (organisationId ? 1 : 2)) return null;
  const euro = (cents: number) => formatAmount(cents, i18n.language, 'euro');
  const totalOf = ({ budget }: Project) =>
    euro(organisationId ? (budget.organisationTotals.get(organisationId) ?? 0) : budget.total);
  const who = name === 'all' ? t('everybody') : name;
  const ask = (decision: Extract<Decision, 'accept' | 'refuse'>) =>
    askFirst({
      title: t(`${decision}AllTitle`, { count: mine.length, name: who }),
      text: t(`${decision}AllText`, { before: totalOf(project), after: totalOf(accepted) }),
      confirm: t(decision),
      onConfirm: () => {
        decide(decision, mine);
        focusSoon('negotiation');
      },
    });
  return (
    <Group gap="xs">
      {(['accept', 'refuse'] as const).map((decision) => (
        <Button
          key={decision}
          size="compact-sm"
          variant={decision === 'accept' ? 'light' : 'default'}
          aria-label={`${t(`${decision}All`, { count: mine.length })}: ${who}`}
          onClick={() => ask(decision)}
        >
          {t(`${decision}All`, { count: mine.length })}
        </Button>
      ))}
    </Group>
  );
}
