// Brings a place to the screen and holds it there until nothing moves any more: cards above it take their real height only
// when they come near, and push it away again. The newest place wins, and the first sign of the person's own will ends it.

export interface Spot {
  element: Element;
  block: 'start' | 'center';
}

/** Frames, about half a second: cards have their height after two or three, editors in them after a few more. */
const FRAMES = 30;
const OWN_WILL = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

let release: (() => void) | null = null;

/** Another place is wanted, which is held by other means. */
export const letGo = (): void => release?.();

/** @param find asked anew for each frame: a caret may be drawn only when its editor has been mounted */
export function holdInView(find: () => Spot | null): void {
  release?.();
  let frames = FRAMES;
  let last: { element: Element; top: number } | null = null;
  let request = 0;
  const step = () => {
    const spot = find();
    if (spot) last = hold(spot, last);
    frames -= 1;
    if (frames > 0) request = requestAnimationFrame(step);
    else release?.();
  };
  const startedMs = performance.now();
  // Not for the key or click that has just led here.
  const stop = (event: Event) => event.timeStamp > startedMs && release?.();
  for (const name of OWN_WILL) document.addEventListener(name, stop, { capture: true, passive: true });
  release = () => {
    release = null;
    cancelAnimationFrame(request);
    for (const name of OWN_WILL) document.removeEventListener(name, stop, { capture: true });
  };
  step();
}

function hold({ element, block }: Spot, last: { element: Element; top: number } | null) {
  const { top } = element.getBoundingClientRect();
  if (last?.element === element && Math.abs(last.top - top) <= 1) return last;
  element.scrollIntoView({ block });
  return { element, top: element.getBoundingClientRect().top };
}
