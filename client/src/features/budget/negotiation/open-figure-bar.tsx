// Beside the name of the selected cell: who proposed or offered what, when, and what I can do about it.
import { isRefusal, type Negotiation } from '@adagia/shared/budget/negotiation';
import { isCount } from '@adagia/shared/unit-costs/quantities';
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { momentFormat } from '../../../i18n/time-zone.ts';
import { useFigureText } from '../figures/use-figure-text.ts';
import { DecisionButtons } from './decision-buttons.tsx';
import classes from './open-figure-bar.module.css';
import { lastMove, useMoves } from './use-negotiation.ts';

interface OpenFigureBarProps {
  open: Negotiation;
  name: string;
  /** Begins typing another figure. */
  onType: (() => void) | null;
  /** Something was decided: the focus goes back to the cell. */
  onDone(): void;
}

export function OpenFigureBar({ open, name, onType, onDone }: OpenFigureBarProps) {
  const { t } = useTranslation('negotiation');
  return (
    <div className={classes.bar}>
      <FigureWords open={open} />
      <DecisionButtons open={[open]} name={name} onDone={onDone} />
      {onType && (
        <Button size="compact-sm" variant="default" onClick={onType}>
          {t('another')}
        </Button>
      )}
    </div>
  );
}

/** "Proposed: 5,000.00. Offered: 4,500.00 (Ana, 3 Nov 2026, 14:02)". */
function FigureWords({ open }: { open: Negotiation }) {
  const { t, i18n } = useTranslation('negotiation');
  const textOf = useFigureText(isCount(open.cell));
  const move = lastMove(useMoves(), open);
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Text size="sm" component="span">
      {t('proposed', { value: textOf(open.proposed) })}{' '}
      {open.counter !== null && (isRefusal(open) ? t('refused') : t('offered', { value: textOf(open.counter) }))}{' '}
      {move && (
        <Text size="sm" component="span" c="dimmed">
          (<bdi>{move.actorName}</bdi>, {when.format(new Date(move.at))})
        </Text>
      )}
    </Text>
  );
}
