// A dependency in somebody's hand: dragged from the end of a bar to what shall begin after it. Nothing is written before it is
// dropped; Escape lets it go.
import { notifications } from '@mantine/notifications';
import type { PointerEvent as ReactPointerEvent } from 'react';
import { usePlan } from './plan-context.ts';

const barAt = (event: PointerEvent): HTMLElement | null =>
  document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-bar]') ?? null;

/** @returns starts a drag from the bar of this object */
export function useLinkDrag(id: string): (event: ReactPointerEvent<HTMLElement>) => void {
  const { actions } = usePlan();
  return (down) => {
    if (down.button !== 0) return;
    down.stopPropagation();
    const handle = down.currentTarget;
    const stop = new AbortController();
    let over: HTMLElement | null = null;
    const show = (next: HTMLElement | null) => {
      if (next === over) return;
      over?.removeAttribute('data-link-target');
      over = next;
      over?.setAttribute('data-link-target', '');
    };
    handle.setPointerCapture(down.pointerId);
    const end = (isDropped: boolean) => {
      stop.abort();
      const target = over?.dataset.bar;
      show(null);
      if (!isDropped || !target || target === id) return;
      const refusal = actions.depend(id, target);
      if (refusal) notifications.show({ color: 'red', message: refusal });
    };
    const { signal } = stop;
    const move = (event: PointerEvent) => show(barAt(event));
    handle.addEventListener('pointermove', move, { signal });
    handle.addEventListener('pointerup', () => end(true), { signal });
    handle.addEventListener('pointercancel', () => end(false), { signal });
    document.addEventListener('keydown', (event) => event.key === 'Escape' && end(false), { signal, capture: true });
  };
}
