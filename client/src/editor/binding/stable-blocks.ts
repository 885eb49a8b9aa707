// Which blocks of an editor stayed where they are and what they are. When some moved, those that stay are chosen so that the
// least text moves: a short block moved over a long one moves the short one's text. Pure.
import { sameContent, type ViewBlock } from './view-blocks.ts';

type Pair = readonly [before: number, after: number];

/** @returns index pairs, rising on both sides. The last block stays only if it was last: it has no line end of its own. */
export function stableBlocks(before: readonly ViewBlock[], after: readonly ViewBlock[]): Pair[] {
  const isStable = (i: number, j: number): boolean => {
    const [old, fresh] = [before[i], after[j]];
    if (!old || !fresh || old.key !== fresh.key || !sameContent(old, fresh)) return false;
    return (i === before.length - 1) === (j === after.length - 1);
  };
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isStable(start, start)) start += 1;
  let tail = 0;
  while (tail < shorter - start && isStable(before.length - 1 - tail, after.length - 1 - tail)) tail += 1;
  const pairs: Pair[] = [];
  for (let index = 0; index < start; index += 1) pairs.push([index, index]);
  const places = new Map<string, number>();
  for (let j = start; j < after.length - tail; j += 1) places.set(after[j]?.key ?? '', j);
  const candidates: Pair[] = [];
  for (let i = start; i < before.length - tail; i += 1) {
    const j = places.get(before[i]?.key ?? '');
    if (j !== undefined && isStable(i, j)) candidates.push([i, j]);
  }
  pairs.push(...heaviestRising(candidates, (i) => (before[i]?.text.length ?? 0) + 1));
  for (let index = tail; index > 0; index -= 1) pairs.push([before.length - index, after.length - index]);
  return pairs;
}

/** Of pairs that rise on the left, those that rise on the right, too, and weigh most together. */
function heaviestRising(pairs: readonly Pair[], weigh: (before: number) => number): Pair[] {
  const best: { weight: number; previous: number }[] = [];
  let end = -1;
  for (const [index, [i, j]] of pairs.entries()) {
    let previous = -1;
    for (let k = 0; k < index; k += 1) {
      if ((pairs[k]?.[1] ?? j) < j && (best[k]?.weight ?? 0) > (best[previous]?.weight ?? 0)) previous = k;
    }
    best.push({ weight: weigh(i) + (best[previous]?.weight ?? 0), previous });
    if ((best[index]?.weight ?? 0) > (best[end]?.weight ?? 0)) end = index;
  }
  const chosen: Pair[] = [];
  for (let index = end; index >= 0; index = best[index]?.previous ?? -1) {
    const pair = pairs[index];
    if (pair) chosen.unshift(pair);
  }
  return chosen;
}
