// True from the moment an element comes near the screen, and for ever after: about a hundred editors are mounted one by
// one as they are approached, and keep their undo history once they are there.
import { type RefObject, useEffect, useState } from 'react';

/** Pixels around the screen: about one screen ahead, so that nobody who scrolls sees an editor being mounted. */
const MARGIN = 900;

const arrivals = new WeakMap<Element, () => void>();
let shared: IntersectionObserver | null = null;

function observer(): IntersectionObserver {
  shared ??= new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) arrivals.get(entry.target)?.();
    },
    { rootMargin: `${MARGIN}px 0px` },
  );
  return shared;
}

export function useNear(ref: RefObject<Element | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || isNear) return;
    arrivals.set(element, () => setNear(true));
    observer().observe(element);
    return () => {
      arrivals.delete(element);
      observer().unobserve(element);
    };
  }, [ref, isNear]);
  return isNear;
}
