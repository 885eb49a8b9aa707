// The workplan as a table: the twin of the picture above it, where every bar is a row and everything can be typed.
// At the width of a phone each row becomes a card; browsers keep saying table, whatever its display.
import type { PlanActivity } from '@adagia/shared/plan/workplan';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePlan } from './plan-context.ts';
import { PlanRow } from './plan-row.tsx';
import classes from './plan-table.module.css';
import { type RowDrag, useRowDrag } from './use-row-drag.ts';

const columns = ['number', 'titleColumn', 'from', 'to', 'venue', 'lead', 'participants', 'amount', 'actions'] as const;

export function PlanTable() {
  const { t } = useTranslation('plan');
  const plan = usePlan();
  const drag = useRowDrag(plan);
  const { workPackages, activities } = plan.project.workplan;
  const loose = activities.filter((one) => one.workPackageId === null);
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
          </tr>
        </thead>
        {workPackages.map((one) => (
          <tbody key={one.id}>
            <PlanRow object={one} drag={drag} />
            <ActivityRows activities={one.activities} drag={drag} />
            {!one.isManagement && (
              <AddRow workPackageId={one.id} number={one.number} isFirst={one.activities.length === 0} />
            )}
          </tbody>
        ))}
        {loose.length > 0 && (
          <tbody>
            <ActivityRows activities={loose} drag={drag} />
          </tbody>
        )}
      </table>
    </div>
  );
}

function ActivityRows({ activities, drag }: { activities: PlanActivity[]; drag: RowDrag }) {
  return activities.map((one) => <PlanRow key={one.id} object={one} drag={drag} />);
}

function AddRow({ workPackageId, number, isFirst }: { workPackageId: string; number: string; isFirst: boolean }) {
  const { t } = useTranslation('plan');
  const { project, actions } = usePlan();
  if (!project.canWrite) return null;
  return (
    <tr className={classes.addRow}>
      <td colSpan={columns.length}>
        {isFirst && <span className={classes.hint}>{t('empty.none')}</span>}
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          aria-label={t('addActivityTo', { number })}
          onClick={() => actions.addActivity(workPackageId)}
        >
          {t('row.addHere')}
        </Button>
      </td>
    </tr>
  );
}
