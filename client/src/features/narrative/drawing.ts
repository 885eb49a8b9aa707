// In which order a long page is drawn: what is near the screen at once, the rest piece by piece while the browser has nothing
// else to do, so that nobody waits for a hundred questions before they can write in one. Knows nothing of what the pieces are.
import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Pixels around the screen: more than a screen ahead, so that nobody who scrolls sees a question being drawn. */
const MARGIN = 1500;
/** Milliseconds. On a page that is never idle the rest comes all the same: screen readers and the browser's search need it. */
const IDLE_TIMEOUT_MS = 500;
/** Milliseconds between two pieces in browsers that do not say when they are idle. */
const PAUSE_MS = 30;

/** In the order of the page, as effects run in it. */
const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | null = null;
let isScheduled = false;

function draw(element: Element): void {
  const done = waiting.get(element);
  waiting.delete(element);
  observer?.unobserve(element);
  done?.();
}

function schedule(): void {
  if (isScheduled || waiting.size === 0) return;
  isScheduled = true;
  const next = () => {
    isScheduled = false;
    const [first] = waiting.keys();
    if (first) draw(first);
    schedule();
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(next, { timeout: IDLE_TIMEOUT_MS });
  else setTimeout(next, PAUSE_MS);
}

function watch(element: Element, done: () => void): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) draw(target);
    },
    { rootMargin: `${MARGIN}px 0px` },
  );
  waiting.set(element, done);
  observer.observe(element);
  schedule();
  return () => {
    waiting.delete(element);
    observer?.unobserve(element);
  };
}

/** Before something goes through the whole page: find and replace, or a printer. */
export function drawEverything(): void {
  flushSync(() => {
    for (const element of waiting.keys()) draw(element);
  });
}

/** @param isFirst drawn with the page itself @returns false: only its place is to be kept for now */
export function useIsDrawn(ref: RefObject<Element | null>, isFirst = false): boolean {
  const [isDrawn, setDrawn] = useState(isFirst);
  useEffect(() => {
    if (isDrawn || !ref.current) return undefined;
    return watch(ref.current, () => setDrawn(true));
  }, [ref, isDrawn]);
  return isDrawn;
}
