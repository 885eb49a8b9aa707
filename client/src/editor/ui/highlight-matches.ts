// Marks matches by the CSS highlight API: no element is added and no text is touched. Without it find still goes from one
// match to the next by the selection.
import { domRangeOf } from './dom-places.ts';
import type { FoundMatch } from './use-matches.ts';

const ALL = 'adagia-find';
const CURRENT = 'adagia-find-current';

const highlights = (): HighlightRegistry | null => (typeof Highlight === 'function' ? CSS.highlights : null);

export function highlightMatches(matches: readonly FoundMatch[], current: FoundMatch | undefined): void {
  const registry = highlights();
  if (!registry) return;
  const ranges = matches.flatMap((match) => {
    const range = match === current ? null : rangeOf(match);
    return range ? [range] : [];
  });
  const one = current && rangeOf(current);
  registry.set(ALL, new Highlight(...ranges));
  registry.set(CURRENT, new Highlight(...(one ? [one] : [])));
}

export function clearHighlights(): void {
  highlights()?.delete(ALL);
  highlights()?.delete(CURRENT);
}

export function rangeOf({ answer, at, length }: FoundMatch): Range | null {
  const root = answer.textElement();
  return root && domRangeOf(root, at, at + length);
}
