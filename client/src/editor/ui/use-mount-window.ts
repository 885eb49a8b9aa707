// Whether an answer is near enough to the screen to have a live editor. Two distances, so that scrolling to and fro at one
// place does not mount and unmount for ever.
import { type RefObject, useEffect, useState } from 'react';

/** Pixels around the screen: about one screen ahead, so that nobody who scrolls sees an editor being mounted. */
const MOUNT_MARGIN = 900;
/** Pixels: about four screens; what is further away gives back its editor. */
const UNMOUNT_MARGIN = 4000;

type Listener = (isInside: boolean) => void;

/** One observer for all elements of one distance. */
class Watch {
  readonly #listeners = new Map<Element, Listener>();
  readonly #observer: IntersectionObserver;

  constructor(margin: number) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) this.#listeners.get(entry.target)?.(entry.isIntersecting);
      },
      { rootMargin: `${margin}px 0px` },
    );
  }

  observe(element: Element, listener: Listener): () => void {
    this.#listeners.set(element, listener);
    this.#observer.observe(element);
    return () => {
      this.#listeners.delete(element);
      this.#observer.unobserve(element);
    };
  }
}

/** Milliseconds within which an editor comes also on a page that is never idle. */
const IDLE_TIMEOUT_MS = 200;

const coming = new Map<Element, () => void>();
let isMounting = false;

/** The first at once, the others one by one between what the person does: until then their text stands there as it is. */
function mountSoon(element: Element, mount: () => void): void {
  coming.set(element, mount);
  if (!isMounting) mountNext();
}

function mountNext(): void {
  const [next] = coming;
  isMounting = next !== undefined;
  if (!next) return;
  coming.delete(next[0]);
  next[1]();
  if ('requestIdleCallback' in globalThis) requestIdleCallback(mountNext, { timeout: IDLE_TIMEOUT_MS });
  else setTimeout(mountNext);
}

let near: Watch | null = null;
let far: Watch | null = null;

export function useMountWindow(ref: RefObject<Element | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    // Its card, which always has a place: what is inside of one that Chromium skips (`content-visibility`) is nowhere.
    const element = ref.current?.closest('[data-answer]') ?? ref.current;
    if (!element) return;
    near ??= new Watch(MOUNT_MARGIN);
    far ??= new Watch(UNMOUNT_MARGIN);
    const stopNear = near.observe(element, (isInside) => {
      if (isInside) mountSoon(element, () => setNear(true));
      else coming.delete(element);
    });
    const stopFar = far.observe(element, (isInside) => !isInside && setNear(false));
    return () => {
      coming.delete(element);
      stopNear();
      stopFar();
    };
  }, [ref]);
  return isNear;
}
