// The baseline in the table: what each row was, and the rows that have gone.
import { planKindOf } from '@adagia/shared/plan/workplan';
import { useTranslation } from 'react-i18next';
import type { PlanObject } from '../plan-cells.tsx';
import { usePlan } from '../plan-context.ts';
import classes from '../plan-table.module.css';
import { goneWords, slipWords } from './slip-words.ts';

export function SlipCell({ object }: { object: PlanObject }) {
  const { t } = useTranslation('planBaseline');
  const { baseline } = usePlan();
  const slip = baseline?.slips.get(object.id);
  if (!baseline || !slip) return null;
  return (
    <td className={classes.slip} data-label={t('column', { name: baseline.name })}>
      {slipWords(t, slip, 'month' in object)}
    </td>
  );
}

export function GoneBody({ columns }: { columns: number }) {
  const { t } = useTranslation(['planBaseline', 'plan']);
  const { baseline } = usePlan();
  if (!baseline || baseline.gone.length === 0) return null;
  return (
    <tbody>
      {baseline.gone.map((item) => (
        <tr key={item.id} className={classes.row} data-kind={planKindOf(item)} data-gone="">
          <th scope="row" className={classes.goneNumber}>
            <s>{item.number}</s>
          </th>
          <td className={classes.goneWords} colSpan={columns - 1}>
            {item.title || t('plan:untitled')}: {goneWords(t, item)}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
