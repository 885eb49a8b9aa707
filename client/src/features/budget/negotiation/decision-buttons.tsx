// The buttons about one open figure, or several of one kind: accept and refuse for who decides, take and take back for whose it is.
import type { Negotiation } from '@adagia/shared/budget/negotiation';
import { isRefusal } from '@adagia/shared/budget/negotiation';
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { useObservable } from '../../../session/observable.ts';
import { type Decision, useDecide } from './use-decisions.ts';
import { useCanTypeAt, useFigureSide } from './use-figure-writer.ts';

interface DecisionButtonsProps {
  open: readonly Negotiation[];
  /** What they are about, for screen readers. */
  name: string;
  onDone?(): void;
}

/** What can still be done: a refusal is not refused again. */
function decisionsOf(open: Negotiation, side: ReturnType<ReturnType<typeof useFigureSide>>): Decision[] {
  if (side === 'coordinator') return isRefusal(open) ? ['accept'] : ['accept', 'refuse'];
  if (side !== 'partner') return [];
  return open.counter === null || isRefusal(open) ? ['withdraw'] : ['take', 'withdraw'];
}

export function DecisionButtons({ open, name, onDone }: DecisionButtonsProps) {
  const { t } = useTranslation('negotiation');
  const { session } = useProposal();
  const canWrite = useObservable(session.canWrite);
  const sideOf = useFigureSide();
  const mayType = useCanTypeAt();
  const decide = useDecide();
  if (!canWrite) return null;
  const mine = open.filter(({ cell }) => mayType(cell));
  const decisions = (['accept', 'take', 'refuse', 'withdraw'] as const).flatMap((decision) => {
    const about = mine.filter((one) => decisionsOf(one, sideOf(one.cell)).includes(decision));
    return about.length > 0 ? [{ decision, about }] : [];
  });
  return (
    <Group gap="xs">
      {decisions.map(({ decision, about }) => (
        <Button
          key={decision}
          size="compact-sm"
          variant={decision === 'accept' || decision === 'take' ? 'filled' : 'default'}
          aria-label={`${t(decision)}: ${name}`}
          onClick={() => {
            decide(decision, about);
            onDone?.();
          }}
        >
          {t(decision)}
        </Button>
      ))}
    </Group>
  );
}
