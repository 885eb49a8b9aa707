// True while an element is near the screen: about a hundred editors on one page, of which only those live that somebody
// could come to within a moment.
import { type RefObject, useEffect, useState } from 'react';

/** Pixels around the screen: more than a screen ahead, so that nobody who scrolls sees an editor being mounted. */
const MARGIN = 1500;

const watchers = new WeakMap<Element, (isNear: boolean) => void>();
let shared: IntersectionObserver | null = null;

function observer(): IntersectionObserver {
  shared ??= new IntersectionObserver(
    (entries) => {
      for (const entry of entries) watchers.get(entry.target)?.(entry.isIntersecting);
    },
    { rootMargin: `${MARGIN}px 0px` },
  );
  return shared;
}

export function useNear(ref: RefObject<Element | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    watchers.set(element, setNear);
    observer().observe(element);
    return () => {
      watchers.delete(element);
      observer().unobserve(element);
    };
  }, [ref]);
  return isNear;
}
