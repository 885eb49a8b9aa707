// The workplan as a picture: one row for each work package and activity over the months of the project. The same data as the
// table below it, drawn by the grid of the browser: a bar lies between the lines of its months.
import type { Period } from '@adagia/shared/plan/period';
import { monthDate } from '@adagia/shared/plan/project-facts';
import { type PlanWorkPackage, planItems, planKindOf } from '@adagia/shared/plan/workplan';
import { Button, Text } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './gantt.module.css';
import { GanttBar } from './gantt-bar.tsx';
import { GanttLinks } from './gantt-links.tsx';
import type { PlanObject } from './plan-cells.tsx';
import { usePlan } from './plan-context.ts';
import { usePlaces } from './use-places.ts';

export function Gantt() {
  const { t } = useTranslation('plan');
  const { project } = usePlan();
  const places = usePlaces('plan');
  const objects = planItems(project.workplan);
  return (
    // The axis scrolls by keyboard too: its bars take the focus, and the browser brings them into view.
    <div className={classes.scroller} data-gantt="" role="group" aria-label={t('gantt.label')}>
      <div className={classes.chart} style={{ '--months': project.axisMonths } as CSSProperties}>
        <Axis />
        <div className={classes.rows}>
          <GanttLinks rowIds={objects.map((one) => one.id)} />
          {objects.map((object) => (
            <div key={object.id} className={classes.row} data-kind={planKindOf(object)}>
              <div className={classes.label}>
                <span className={classes.labelNumber}>{object.number}</span>
                <span className={classes.labelTitle}>{object.title || t('untitled')}</span>
              </div>
              <div className={classes.track} data-track="">
                <ProjectEnd />
                <Months object={object} holder={places.get(object.id)} />
              </div>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function Months({ object, holder }: { object: PlanObject; holder: Parameters<typeof GanttBar>[0]['holder'] }) {
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

interface Heading {
  month: number;
  /** Months that it stands over. */
  span: number;
  text: string;
}

function yearsOf(startDate: string, months: number): Heading[] {
  const years: Heading[] = [];
  for (let month = 1; month <= months; month += 1) {
    const text = String(monthDate(startDate, month).getUTCFullYear());
    const last = years.at(-1);
    if (last?.text === text) last.span += 1;
    else years.push({ month, span: 1, text });
  }
  return years;
}

/** For the eye only: every bar says its months and dates itself. */
function Axis() {
  const { i18n } = useTranslation();
  const { project } = usePlan();
  const { startDate } = project.project;
  const narrow = new Intl.DateTimeFormat(i18n.language, { month: 'narrow', timeZone: 'UTC' });
  const months = Array.from({ length: project.axisMonths }, (_, index) => index + 1);
  return (
    <div className={classes.axis} aria-hidden>
      <div className={classes.corner} />
      {startDate && (
        <div className={classes.headings}>
          {yearsOf(startDate, project.axisMonths).map((year) => (
            <span key={year.text} className={classes.year} style={{ gridColumn: `${year.month} / span ${year.span}` }}>
              {year.text}
            </span>
          ))}
        </div>
      )}
      <div className={classes.headings}>
        {months.map((month) => (
          <span key={month} className={classes.month}>
            <span>{month === 1 ? 'M1' : month}</span>
            {startDate && <span className={classes.calendar}>{narrow.format(monthDate(startDate, month))}</span>}
          </span>
        ))}
      </div>
    </div>
  );
}
