// A card that is drawn only where somebody could see it: of a thousand, the page holds those on the screen and around it. The others
// are a place as high as they were, or as most are. Once for all cards: one observer for each that scrolls.
import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Pixels above and below the screen: more than a turn of the wheel, so that cards are there before one sees them. */
const AROUND = 1200;
/** Pixels of a card at rest with two lines of words. */
const USUAL = 110;

/** Up to so many, all are drawn: that costs nothing, and nothing changes while one scrolls. */
export const DRAWN_MAX = 60;

type Notify = (isNear: boolean) => void;
const listeners = new WeakMap<Element, Notify>();
const observers = new Map<Element | null, IntersectionObserver>();

function told(entries: IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
}

/** @param root what scrolls; null for the page */
function observerOf(root: Element | null): IntersectionObserver {
  const known = observers.get(root);
  if (known) return known;
  for (const gone of observers.keys()) if (gone && !gone.isConnected) observers.delete(gone);
  const made = new IntersectionObserver(told, { root, rootMargin: `${AROUND}px 0px` });
  observers.set(root, made);
  return made;
}

interface NearOnlyProps {
  /** Drawn wherever it is: the card that has the attention. */
  isKept: boolean;
  /** It scrolls in an element of its own, and not with the page. */
  rootSelector?: string;
  children: ReactNode;
}

export function NearOnly({ isKept, rootSelector, children }: NearOnlyProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [height, setHeight] = useState(USUAL);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = observerOf(rootSelector ? element.closest(rootSelector) : null);
    listeners.set(element, (near) => {
      if (!near && element.offsetHeight > 0) setHeight(element.offsetHeight);
      setNear(near);
    });
    observer.observe(element);
    return () => {
      observer.unobserve(element);
      listeners.delete(element);
    };
  }, [rootSelector]);
  const isDrawn = isNear || isKept;
  return (
    <div ref={ref} data-drawn={isDrawn || undefined} style={isDrawn ? undefined : { height }}>
      {isDrawn && children}
    </div>
  );
}
