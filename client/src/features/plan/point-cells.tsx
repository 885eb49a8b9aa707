// The cells that only deliverables and milestones have: the month in which they are there, and what brings them.
import { planKey } from '@adagia/shared/plan/plan-edits';
import { MONTH_MAX } from '@adagia/shared/plan/plan-fields';
import type { PlanPoint } from '@adagia/shared/plan/workplan';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Accepted, CellInput } from './cell-input.tsx';
import { useLivePlan, usePlan } from './plan-context.ts';
import classes from './plan-table.module.css';

export function PointMonthCell({ point }: { point: PlanPoint }) {
  const { t } = useTranslation('plan');
  const { project, actions } = usePlan();
  const store = (month: number | undefined) => actions.set({ [planKey(point.id, 'month')]: month });
  const accept = (text: string): Accepted => {
    const typed = text.trim().replace(/^m/i, '');
    const month = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
    if (typed !== '' && (month < 1 || month > MONTH_MAX))
      return { problem: t('cell.monthProblem', { max: MONTH_MAX }) };
    store(typed === '' ? undefined : month);
    return {};
  };
  return (
    <CellInput
      id={`plan:${point.id}/month`}
      label={t('cell.month', { number: point.number })}
      value={point.month === null ? '' : String(point.month)}
      accept={accept}
      isReadOnly={!project.canWrite}
      inputMode="numeric"
      align="end"
      onStep={(step) => {
        const month = (point.month ?? 0) + step;
        if (project.canWrite && month >= 1 && month <= MONTH_MAX) store(month);
      }}
    />
  );
}

/** Which activity of the plan brings a deliverable. */
export function BroughtByCell({ point }: { point: PlanPoint }) {
  const { t } = useTranslation('plan');
  const { project, actions } = useLivePlan();
  const { activities } = project.workplan;
  const known = activities.find((one) => one.id === point.activityId);
  if (!project.canWrite) return <Text size="sm">{known?.number ?? t('cell.notSet')}</Text>;
  return (
    <select
      id={`plan:${point.id}/of`}
      className={classes.input}
      aria-label={t('cell.broughtBy', { number: point.number })}
      value={known?.id ?? ''}
      onChange={(event) => actions.set({ [planKey(point.id, 'of')]: event.currentTarget.value })}
    >
      <option value="">{t('cell.broughtByNone')}</option>
      {activities.map((one) => (
        <option key={one.id} value={one.id}>
          {one.number} {one.title}
        </option>
      ))}
    </select>
  );
}
