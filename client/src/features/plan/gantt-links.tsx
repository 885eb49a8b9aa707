// The dependencies of the picture: a line from the end of a bar to the beginning of what waits for it. For the eye only: every
// dependency stands in the table, and what is wrong with one is said by its bar.
import type { Dependency, PlanSpan } from '@adagia/shared/plan/dependencies';
import { useElementSize } from '@mantine/hooks';
import classes from './gantt.module.css';
import { usePlan } from './plan-context.ts';

/** Pixels that a line goes straight on before it turns; below, its arrow has no room. */
const STEP_PX = 7;
/** Of a deliverable or milestone, as gantt.module.css draws them. */
const POINT_PX = 18;

interface Scale {
  monthPx: number;
  rowPx: number;
  rowOf: ReadonlyMap<string, number>;
}

const startPx = (span: PlanSpan, { monthPx }: Scale): number =>
  span.isPoint ? (span.to ?? 0) * monthPx - POINT_PX : ((span.from ?? 1) - 1) * monthPx;

/** @returns null where one of the two has no months */
function linkPath(before: PlanSpan, after: PlanSpan, scale: Scale): string | null {
  const rows = [scale.rowOf.get(before.id), scale.rowOf.get(after.id)];
  if (before.to === null || after.from === null || rows[0] === undefined || rows[1] === undefined) return null;
  const [y1, y2] = rows.map((row) => ((row ?? 0) + 0.5) * scale.rowPx) as [number, number];
  const [x1, x2] = [before.to * scale.monthPx, startPx(after, scale) - 1];
  const head = `m -5 -4 l 5 4 l -5 4`;
  if (x2 - x1 >= 2 * STEP_PX) return `M ${x1} ${y1} h ${STEP_PX} V ${y2} H ${x2} ${head}`;
  // It begins too early, or at once: around, between the two rows.
  const between = y1 + (y2 > y1 ? 0.5 : -0.5) * scale.rowPx;
  return `M ${x1} ${y1} h ${STEP_PX} V ${between} H ${x2 - STEP_PX} V ${y2} H ${x2} ${head}`;
}

/** @param rowIds in the order of the picture */
export function GanttLinks({ rowIds }: { rowIds: readonly string[] }) {
  const { project } = usePlan();
  const { ref, width, height } = useElementSize();
  const { spans, dependencies, critical, axisMonths } = project;
  const rowOf = new Map(rowIds.map((id, index) => [id, index]));
  const scale = { monthPx: width / axisMonths, rowPx: height / Math.max(1, rowIds.length), rowOf };
  const isCritical = ({ before, after }: Dependency) => critical.has(before) && critical.has(after);
  return (
    <div ref={ref} className={classes.links} aria-hidden>
      {width > 0 && (
        <svg width={width} height={height}>
          {dependencies.map((one) => {
            const [before, after] = [spans.get(one.before), spans.get(one.after)];
            const path = before && after && linkPath(before, after, scale);
            if (!path) return null;
            return (
              <path
                key={`${one.before} ${one.after}`}
                d={path}
                className={classes.link}
                data-link={one.state}
                data-critical={isCritical(one) || undefined}
              />
            );
          })}
        </svg>
      )}
    </div>
  );
}
