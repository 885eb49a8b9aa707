// One row of the picture. It is drawn anew only when something of it has changed.
import type { Period } from '@adagia/shared/plan/period';
import { type PlanWorkPackage, planKindOf } from '@adagia/shared/plan/workplan';
import { Button, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ObjectButton } from '../comments/objects/object-button.tsx';
import { BaselineBar } from './baseline/baseline-bars.tsx';
import classes from './gantt.module.css';
import { GanttBar } from './gantt-bar.tsx';
import type { PlanObject } from './plan-cells.tsx';
import { RowPlanContext, usePlan } from './plan-context.ts';
import { planTarget } from './plan-target.ts';
import { useKeptPlan } from './use-kept-plan.ts';

type Holder = Parameters<typeof GanttBar>[0]['holder'];

interface RowProps {
  object: PlanObject;
  holder: Holder;
}

export function GanttRow({ object, holder }: RowProps) {
  const kept = useKeptPlan(object);
  return (
    <RowPlanContext value={kept.value}>
      <Row object={kept.object} holder={holder} />
    </RowPlanContext>
  );
}

const Row = memo(function Row({ object, holder }: RowProps) {
  const { t } = useTranslation('plan');
  return (
    <div className={classes.row} data-kind={planKindOf(object)}>
      <div className={classes.label}>
        <span className={classes.labelNumber}>{object.number}</span>
        <span className={classes.labelTitle}>{object.title || t('untitled')}</span>
        <ObjectButton target={planTarget(object)} isQuiet isPointerOnly />
      </div>
      <div className={classes.track} data-track="">
        <ProjectEnd />
        <BaselineBar object={object} />
        <Months object={object} holder={holder} />
      </div>
    </div>
  );
});

function Months({ object, holder }: RowProps) {
  const { t } = useTranslation('plan');
  const { project, actions } = usePlan();
  const { from, to } = periodOf(object);
  if (from !== null && to !== null) return <GanttBar object={object} period={{ from, to }} holder={holder} />;
  if (!project.canWrite) {
    return (
      <Text size="xs" c="dimmed" className={classes.unset}>
        {t('gantt.noMonths')}
      </Text>
    );
  }
  return (
    <Button
      className={classes.unset}
      size="compact-xs"
      variant="default"
      aria-label={t('gantt.placeOf', { number: object.number })}
      onClick={() =>
        actions.setPeriod(object.id, firstPeriod(object, project.workplan.workPackages, project.axisMonths))
      }
    >
      {t('gantt.place')}
    </Button>
  );
}

/** A deliverable or milestone is one month. */
function periodOf(object: PlanObject): { from: number | null; to: number | null } {
  return 'month' in object ? { from: object.month, to: object.month } : object;
}

/** Months of the work package where it has some, else of the whole project. */
function firstPeriod(object: PlanObject, hosts: readonly PlanWorkPackage[], axisMonths: number): Period {
  const host = 'workPackageId' in object ? hosts.find((one) => one.id === object.workPackageId) : undefined;
  if ('month' in object) return { from: host?.to ?? axisMonths, to: host?.to ?? axisMonths };
  const from = object.from ?? object.to ?? host?.from ?? 1;
  return { from, to: Math.max(from, object.to ?? host?.to ?? axisMonths) };
}

/** Where months lie beyond the end of the project, its end is drawn. */
function ProjectEnd() {
  const { project } = usePlan();
  const { duration } = project.project;
  if (duration === null || duration >= project.axisMonths) return null;
  return <span className={classes.beyond} style={{ gridColumn: `${duration + 1} / -1` }} aria-hidden />;
}
