// The workplan as a table: the twin of the picture above it, where every bar is a row and everything can be typed.
// At the width of a phone each row becomes a card; browsers keep saying table, whatever its display.
import { itemsOf } from '@adagia/shared/plan/workplan';
import { useTranslation } from 'react-i18next';
import { AddRow } from './add-row.tsx';
import { GoneBody } from './baseline/baseline-cells.tsx';
import type { PlanObject } from './plan-cells.tsx';
import { usePlan } from './plan-context.ts';
import { PlanRow } from './plan-row.tsx';
import classes from './plan-table.module.css';
import { type RowDrag, useRowDrag } from './use-row-drag.ts';

const columns = [
  'number',
  'titleColumn',
  'from',
  'to',
  'venue',
  'lead',
  'participants',
  'after',
  'amount',
  'actions',
] as const;

export function PlanTable() {
  const { t } = useTranslation('plan');
  const { t: ofBaseline } = useTranslation('planBaseline');
  const plan = usePlan();
  const { baseline } = plan;
  const count = columns.length + (baseline ? 1 : 0);
  const drag = useRowDrag(plan);
  const { workPackages, activities, deliverables, milestones } = plan.project.workplan;
  const loose = [...activities, ...deliverables, ...milestones].filter((one) => one.workPackageId === null);
  return (
    <div className={classes.scroller}>
      <table className={classes.table} aria-label={t('table.label')}>
        <thead className={classes.head}>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={classes[column]}>
                {t(`table.${column}`)}
              </th>
            ))}
            {baseline && (
              <th scope="col" className={classes.slip}>
                {ofBaseline('column', { name: baseline.name })}
              </th>
            )}
          </tr>
        </thead>
        {workPackages.map((one) => (
          <tbody key={one.id}>
            <PlanRow object={one} drag={drag} />
            <Rows objects={itemsOf(one)} drag={drag} />
            <AddRow host={one} columns={count} />
          </tbody>
        ))}
        {loose.length > 0 && (
          <tbody>
            <Rows objects={loose} drag={drag} />
          </tbody>
        )}
        <GoneBody columns={count} />
      </table>
    </div>
  );
}

function Rows({ objects, drag }: { objects: PlanObject[]; drag: RowDrag }) {
  return objects.map((one) => <PlanRow key={one.id} object={one} drag={drag} />);
}
