// The lines beneath the grid: totals by organisation and overall, the lump sum, and what is still to share out.
import { formatAmount, formatShare } from '@adagia/shared/budget/format-amount';
import { useTranslation } from 'react-i18next';
import type { Project } from '../plan/use-project.ts';
import classes from './budget-grid.module.css';
import type { GridColumn } from './grid-model.ts';

interface GridTotalsProps {
  columns: GridColumn[];
  project: Project;
}

export function GridTotals({ columns, project }: GridTotalsProps) {
  const { t, i18n } = useTranslation('budget');
  const { budget } = project;
  const { lumpSumCents } = project.project;
  const remaining = lumpSumCents === null ? null : lumpSumCents - budget.total;
  const euro = (cents: number) => formatAmount(cents, i18n.language);
  const totalOf = ({ id, kind }: GridColumn): string => {
    if (kind === 'organisation') return euro(budget.organisationTotals.get(id) ?? 0);
    if (kind === 'total') return euro(budget.total);
    return kind === 'share' && lumpSumCents ? formatShare(budget.total / lumpSumCents, i18n.language) : '';
  };
  const shareOf = ({ id, kind }: GridColumn): string => {
    const cents = budget.organisationTotals.get(id) ?? 0;
    return kind === 'organisation' && lumpSumCents ? formatShare(cents / lumpSumCents, i18n.language) : '';
  };
  const atTotal = (text: string) => (column: GridColumn) => (column.kind === 'total' ? text : '');
  return (
    <tfoot>
      <TotalsRow name="total" label={t('grid.totals')} columns={columns} textOf={totalOf} />
      {lumpSumCents !== null && remaining !== null && (
        <>
          <TotalsRow name="share" label={t('grid.share')} columns={columns} textOf={shareOf} />
          <TotalsRow name="lump-sum" label={t('grid.lumpSum')} columns={columns} textOf={atTotal(euro(lumpSumCents))} />
          <TotalsRow
            name="remaining"
            label={t(remaining < 0 ? 'grid.over' : 'grid.remaining')}
            columns={columns}
            textOf={atTotal(euro(Math.abs(remaining)))}
            state={remaining === 0 ? 'even' : remaining < 0 ? 'over' : 'under'}
          />
        </>
      )}
    </tfoot>
  );
}

interface TotalsRowProps {
  name: string;
  label: string;
  columns: GridColumn[];
  textOf(column: GridColumn): string;
  state?: 'even' | 'over' | 'under';
}

function TotalsRow({ name, label, columns, textOf, state }: TotalsRowProps) {
  return (
    <tr className={classes.totals} data-name={name} data-state={state}>
      <th scope="row" className={classes.rowHeader}>
        {label}
      </th>
      {columns.map((column, index) => (
        <td
          key={column.id}
          id={`budget:${name}/${column.id}`}
          className={classes.cell}
          tabIndex={-1}
          aria-readonly
          aria-colindex={index + 2}
          data-computed
        >
          {textOf(column)}
        </td>
      ))}
    </tr>
  );
}
