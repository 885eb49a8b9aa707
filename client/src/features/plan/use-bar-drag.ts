// A bar of the picture in somebody's hand: dragged by its middle it moves, by its ends it stretches. Every month that it
// snaps to is written at once, so the others see it move; all of it is one undo step, and Escape brings it back.
import { movePeriod, type Period, stretchEnd, stretchStart } from '@adagia/shared/plan/period';
import type { PointerEvent as ReactPointerEvent } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { gridUndo } from './grid-undo.ts';
import { usePlan } from './plan-context.ts';

export type BarPart = 'move' | 'start' | 'end';

export function periodAfter(part: BarPart, period: Period, months: number, max: number): Period {
  if (part === 'move') return movePeriod(period, months, max);
  return part === 'start' ? stretchStart(period, months, max) : stretchEnd(period, months, max);
}

const isEqual = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to;

interface Grip {
  id: string;
  part: BarPart;
  period: Period;
}

/** @returns starts a drag; `track` is the element as wide as the whole axis */
export function useBarDrag(): (event: ReactPointerEvent<HTMLElement>, track: HTMLElement, grip: Grip) => void {
  const { session } = useProposal();
  const { project, actions, holdRest } = usePlan();
  return (down, track, { id, part, period }) => {
    if (down.button !== 0 || !project.canWrite) return;
    down.stopPropagation();
    const bar = down.currentTarget;
    const history = gridUndo(session);
    const monthPx = track.getBoundingClientRect().width / project.axisMonths;
    const startPx = down.clientX - track.getBoundingClientRect().left;
    const stop = new AbortController();
    let shown = period;
    const show = (next: Period) => {
      if (isEqual(next, shown)) return;
      shown = next;
      actions.setPeriod(id, next);
    };
    bar.setPointerCapture(down.pointerId);
    history.begin();
    holdRest(true);
    const move = (event: PointerEvent) => {
      // Measured against the track, so that scrolling it while dragging keeps the bar under the pointer.
      const atPx = event.clientX - track.getBoundingClientRect().left;
      show(periodAfter(part, period, Math.round((atPx - startPx) / monthPx), project.axisMonths));
    };
    const end = (isKept: boolean) => {
      stop.abort();
      if (!isKept) show(period);
      history.end();
      holdRest(false);
    };
    const { signal } = stop;
    bar.addEventListener('pointermove', move, { signal });
    bar.addEventListener('pointerup', () => end(true), { signal });
    bar.addEventListener('pointercancel', () => end(false), { signal });
    const escaped = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end(false);
    };
    document.addEventListener('keydown', escaped, { signal, capture: true });
  };
}
