// One row of the picture. It is drawn anew only when something of it has changed: a bar that is dragged through a plan of hundreds
// would draw all of them at each month otherwise.
import type { Period } from '@adagia/shared/plan/period';
import { type PlanWorkPackage, planKindOf } from '@adagia/shared/plan/workplan';
import { Button, Text } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ObjectButton } from '../comments/objects/object-button.tsx';
import { BaselineBar } from './baseline/baseline-bars.tsx';
import classes from './gantt.module.css';
import { GanttBar } from './gantt-bar.tsx';
import type { PlanObject } from './plan-cells.tsx';
import { PlanContext, type PlanContextValue, usePlan } from './plan-context.ts';
import { planTarget } from './plan-target.ts';

type Holder = Parameters<typeof GanttBar>[0]['holder'];

interface RowProps {
  object: PlanObject;
  holder: Holder;
}

/** All that a row shows of the project, as text: equal when nothing of it has changed. */
function signatureOf(object: PlanObject, { project, baseline }: PlanContextValue): string {
  const { spans, critical, violationsOf, axisMonths, canWrite, workplan } = project;
  const own = 'isManagement' in object ? { ...object, activities: 0, deliverables: 0, milestones: 0 } : object;
  const before = object.after.map((id) => spans.get(id)?.number);
  const hosts = periodOf(object).to === null ? workplan.workPackages.map(({ id, from, to }) => [id, from, to]) : 0;
  const violations = violationsOf.get(object.id) ?? [];
  const { startDate, duration } = project.project;
  return JSON.stringify([
    own,
    before,
    hosts,
    violations,
    critical.has(object.id),
    axisMonths,
    canWrite,
    startDate,
    duration,
    baseline?.name,
    baseline?.slips.get(object.id),
  ]);
}

export function GanttRow({ object, holder }: RowProps) {
  const now = usePlan();
  const signature = signatureOf(object, now);
  const [shown, setShown] = useState({ signature, object, value: now });
  const { value } = shown;
  const isSame =
    shown.signature === signature &&
    value.actions === now.actions &&
    value.project.organisations === now.project.organisations;
  if (!isSame) setShown({ signature, object, value: now });
  const drawn = isSame ? shown : { object, value: now };
  return (
    <PlanContext value={drawn.value}>
      <Row object={drawn.object} holder={holder} />
    </PlanContext>
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
