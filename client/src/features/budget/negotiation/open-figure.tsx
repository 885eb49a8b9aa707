// Inside a cell of the grid: what is proposed and offered, beneath what is agreed. For screen readers in words.
import { isRefusal, type Negotiation } from '@adagia/shared/budget/negotiation';
import { isCount } from '@adagia/shared/unit-costs/quantities';
import { IconArrowBackUp, IconArrowUpRight, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFigureText } from '../figures/use-figure-text.ts';
import classes from './open-figure.module.css';

export function OpenFigure({ open }: { open: Negotiation }) {
  const { t } = useTranslation('negotiation');
  const textOf = useFigureText(isCount(open.cell));
  const refused = isRefusal(open);
  return (
    <>
      <span className={classes.figure} data-answered={open.counter !== null || undefined}>
        <IconArrowUpRight size={12} aria-hidden />
        <span className={classes.forReaders}>{t('sayProposed')} </span>
        <span className={refused ? classes.refused : undefined}>{textOf(open.proposed)}</span>
      </span>
      {open.counter !== null && (
        <span className={classes.figure} data-counter>
          {refused ? <IconX size={12} aria-hidden /> : <IconArrowBackUp size={12} aria-hidden />}
          {refused ? (
            t('refusedShort')
          ) : (
            <>
              <span className={classes.forReaders}>{t('sayCounter')} </span>
              {textOf(open.counter)}
            </>
          )}
        </span>
      )}
    </>
  );
}
