// The months above the picture, with calendar months where the start is known; in quarters when it is seen from further away.
// For the eye only: every bar says its months and dates itself.
import { monthDate } from '@adagia/shared/plan/project-facts';
import { useTranslation } from 'react-i18next';
import classes from './gantt.module.css';
import type { GanttZoom } from './gantt-toolbar.tsx';
import { usePlan } from './plan-context.ts';
import { useTodayMonth } from './use-today-month.ts';

interface Heading {
  month: number;
  /** Months that it stands over. */
  span: number;
  text: string;
}

export function yearsOf(startDate: string, months: number): Heading[] {
  const years: Heading[] = [];
  for (let month = 1; month <= months; month += 1) {
    const text = String(monthDate(startDate, month).getUTCFullYear());
    const last = years.at(-1);
    if (last?.text === text) last.span += 1;
    else years.push({ month, span: 1, text });
  }
  return years;
}

const QUARTER = 3;

/** Of the project: M1, M4, M7; the last one may be shorter. */
function quartersOf(months: number): Heading[] {
  return Array.from({ length: Math.ceil(months / QUARTER) }, (_, index) => {
    const month = index * QUARTER + 1;
    return { month, span: Math.min(QUARTER, months - month + 1), text: `M${month}` };
  });
}

export function GanttAxis({ zoom }: { zoom: GanttZoom }) {
  const { project } = usePlan();
  const { startDate } = project.project;
  const months = project.axisMonths;
  return (
    <div className={classes.axis} aria-hidden>
      <div className={classes.corner} />
      {startDate && <Headings all={yearsOf(startDate, months)} className={classes.year} />}
      {zoom === 'quarters' ? <Headings all={quartersOf(months)} className={classes.quarter} /> : <MonthRow />}
    </div>
  );
}

function Headings({ all, className }: { all: readonly Heading[]; className: string | undefined }) {
  return (
    <div className={classes.headings}>
      {all.map(({ month, span, text }) => (
        <span key={month} className={className} style={{ gridColumn: `${month} / span ${span}` }}>
          {text}
        </span>
      ))}
    </div>
  );
}

function MonthRow() {
  const { i18n } = useTranslation();
  const { project } = usePlan();
  const { startDate } = project.project;
  const narrow = new Intl.DateTimeFormat(i18n.language, { month: 'narrow', timeZone: 'UTC' });
  return (
    <div className={classes.headings}>
      {Array.from({ length: project.axisMonths }, (_, index) => index + 1).map((month) => (
        <span key={month} className={classes.month}>
          <span>{month === 1 ? 'M1' : month}</span>
          {startDate && <span className={classes.calendar}>{narrow.format(monthDate(startDate, month))}</span>}
        </span>
      ))}
    </div>
  );
}

/** A line through all rows, where the project is on now. */
export function TodayLine() {
  const { t } = useTranslation('planPicture');
  const { project } = usePlan();
  const today = useTodayMonth();
  if (today === null) return null;
  return (
    <div className={classes.links} aria-hidden>
      <span
        className={classes.today}
        style={{ insetInlineStart: `${((today - 1) / project.axisMonths) * 100}%` }}
        title={t('today')}
      />
    </div>
  );
}
