// The workplan as a picture: one row for each work package and activity over the months of the project. The same data as the
// table below it, drawn by the grid of the browser: a bar lies between the lines of its months.
import { planItems } from '@adagia/shared/plan/workplan';
import { type CSSProperties, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GoneRows } from './baseline/baseline-bars.tsx';
import classes from './gantt.module.css';
import { GanttAxis, TodayLine } from './gantt-axis.tsx';
import { GanttLegend } from './gantt-legend.tsx';
import { GanttLinks } from './gantt-links.tsx';
import { GanttRow } from './gantt-row.tsx';
import { GanttToolbar, type GanttZoom } from './gantt-toolbar.tsx';
import { usePlan } from './plan-context.ts';
import { usePlaces } from './use-places.ts';

/** Rows up to which all are laid out: that costs nothing. */
const LONG = 60;

export function Gantt() {
  const { t } = useTranslation('plan');
  const { project } = usePlan();
  const places = usePlaces('plan');
  const objects = planItems(project.workplan);
  const [zoom, setZoom] = useState<GanttZoom>('months');
  return (
    <>
      <GanttToolbar zoom={zoom} onZoom={setZoom} />
      {/* The axis scrolls by keyboard too: its bars take the focus, and the browser brings them into view. */}
      <div className={classes.scroller} data-gantt="" data-zoom={zoom} role="group" aria-label={t('gantt.label')}>
        <div
          className={classes.chart}
          data-long={objects.length > LONG || undefined}
          style={{ '--months': project.axisMonths } as CSSProperties}
        >
          <GanttAxis zoom={zoom} />
          <div className={classes.rows}>
            <TodayLine />
            <GanttLinks rowIds={objects.map((one) => one.id)} />
            {objects.map((object) => (
              <GanttRow key={object.id} object={object} holder={places.get(object.id)} />
            ))}
            <GoneRows />
          </div>
        </div>
      </div>
      <GanttLegend />
    </>
  );
}
