// Which section is being read: the last one whose beginning is above the upper third of the screen.
import { useEffect, useState } from 'react';

export function useCurrentSection(anchors: readonly string[]): string {
  const [current, setCurrent] = useState(anchors[0] ?? '');
  const all = anchors.join(' ');
  useEffect(() => {
    let frame = 0;
    const find = () => {
      frame = 0;
      const line = globalThis.innerHeight / 3;
      const passed = all
        .split(' ')
        .filter((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) < line);
      setCurrent(passed.at(-1) ?? all.split(' ')[0] ?? '');
    };
    const scrolled = () => {
      frame ||= requestAnimationFrame(find);
    };
    // Not before the browser has laid the page out by itself.
    scrolled();
    document.addEventListener('scroll', scrolled, { passive: true, capture: true });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', scrolled, { capture: true });
    };
  }, [all]);
  return current;
}
