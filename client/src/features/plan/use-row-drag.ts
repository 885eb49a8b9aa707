// Dragging a row of the plan's table by its handle, with mouse, pen or finger. Nothing is written before it is dropped.
import type { PointerEvent as ReactPointerEvent } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type DropTarget, dropTarget } from './drop-target.ts';
import type { PlanObject } from './plan-cells.tsx';
import type { PlanContextValue } from './plan-context.ts';

/** Pixels before a press becomes a drag: below, a hand was not quite still. */
const START_PX = 4;

function targetAt(event: PointerEvent, plan: PlanContextValue, draggedId: string): DropTarget | null {
  const row = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-plan-row]');
  const overId = row?.dataset.planRow;
  if (!row || !overId) return null;
  const { top, height } = row.getBoundingClientRect();
  return dropTarget(plan.project.workplan, draggedId, overId, event.clientY < top + height / 2);
}

export interface RowDrag {
  draggedId: string | null;
  target: DropTarget | null;
  start(event: ReactPointerEvent<HTMLElement>, object: PlanObject): void;
}

export function useRowDrag(plan: PlanContextValue): RowDrag {
  const [drag, setDrag] = useState<{ draggedId: string; target: DropTarget | null } | null>(null);
  const latest = useRef(plan);
  useEffect(() => {
    latest.current = plan;
  });
  const start = useCallback((down: ReactPointerEvent<HTMLElement>, object: PlanObject) => {
    if (down.button !== 0) return;
    const handle = down.currentTarget;
    const stop = new AbortController();
    let target: DropTarget | null = null;
    let hasStarted = false;
    handle.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent) => {
      hasStarted ||= Math.abs(event.clientY - down.clientY) > START_PX;
      if (!hasStarted) return;
      target = targetAt(event, latest.current, object.id);
      setDrag({ draggedId: object.id, target });
    };
    const end = (isDropped: boolean) => {
      stop.abort();
      setDrag(null);
      if (!isDropped || !target) return;
      const { actions } = latest.current;
      if (target.kind === 'wp') actions.moveWorkPackage(object.id, target.index);
      else actions.moveItem(object.id, { workPackageId: target.workPackageId, index: target.index });
    };
    const { signal } = stop;
    handle.addEventListener('pointermove', move, { signal });
    handle.addEventListener('pointerup', () => end(true), { signal });
    handle.addEventListener('pointercancel', () => end(false), { signal });
    document.addEventListener('keydown', (event) => event.key === 'Escape' && end(false), { signal, capture: true });
  }, []);
  return { draggedId: drag?.draggedId ?? null, target: drag?.target ?? null, start };
}
