// The workplan as a table: the twin of the picture above it, where every bar is a row and everything can be typed.
// At the width of a phone each row becomes a card; browsers keep saying table, whatever its display.
import { itemsOf, planItems } from '@adagia/shared/plan/workplan';
import { useTranslation } from 'react-i18next';
import { AddRow } from './add-row.tsx';
import { GoneBody } from './baseline/baseline-cells.tsx';
import type { PlanObject } from './plan-cells.tsx';
import { usePlan } from './plan-context.ts';
import { PlanRow } from './plan-row.tsx';
import classes from './plan-table.module.css';
import { type RowDrag, useRowDrag } from './use-row-drag.ts';

/** Rows up to which all are drawn at once: that costs nothing, and nothing changes while one scrolls. */
const WHOLE_MAX = 60;
/** Of most rows: how long a table is that has not been laid out yet. */
const ROW_PX = 34;

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
  const rows = planItems(plan.project.workplan).length;
  const isShort = rows <= WHOLE_MAX;
  const loose = [...activities, ...deliverables, ...milestones].filter((one) => one.workPackageId === null);
  return (
    <div
      className={classes.scroller}
      data-long={!isShort || undefined}
      style={{ containIntrinsicBlockSize: `auto ${rows * ROW_PX}px` }}
    >
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
            <PlanRow object={one} drag={drag} isFirst={isShort} />
            <Rows objects={itemsOf(one)} drag={drag} isFirst={isShort} />
            <AddRow host={one} columns={count} />
          </tbody>
        ))}
        {loose.length > 0 && (
          <tbody>
            <Rows objects={loose} drag={drag} isFirst={isShort} />
          </tbody>
        )}
        <GoneBody columns={count} />
      </table>
    </div>
  );
}

interface RowsProps {
  objects: PlanObject[];
  drag: RowDrag;
  isFirst: boolean;
}

const Rows = ({ objects, ...row }: RowsProps) => objects.map((one) => <PlanRow key={one.id} object={one} {...row} />);
