// Which block of the view becomes which block of the text after others have changed it: the one that most of its characters
// come from, its line end among them. So a block keeps its node, its DOM and the caret through splits and merges. Pure.
import type { BlockContent } from './attributed-text.ts';
import type { OffsetMap } from './offset-map.ts';

interface Overlap {
  shown: number;
  wanted: number;
  count: number;
}

/** @returns for each wanted block the index of the shown one, or -1 for a new one; rising, none twice. */
export function matchBlocks(shown: readonly BlockContent[], wanted: readonly BlockContent[], map: OffsetMap): number[] {
  const matches = wanted.map(() => -1);
  const taken = new Set<number>();
  for (const overlap of overlaps(shown, wanted, map).sort((a, b) => b.count - a.count)) {
    if (taken.has(overlap.shown) || matches[overlap.wanted] !== -1) continue;
    matches[overlap.wanted] = overlap.shown;
    taken.add(overlap.shown);
  }
  // The last block has no line end to be known by, and perhaps no text.
  const last = wanted.length - 1;
  if (matches[last] === -1 && !taken.has(shown.length - 1)) matches[last] = shown.length - 1;
  return matches;
}

function overlaps(shown: readonly BlockContent[], wanted: readonly BlockContent[], map: OffsetMap): Overlap[] {
  const found: Overlap[] = [];
  let index = 0;
  let end = (wanted[0]?.text.length ?? 0) + 1;
  let offset = 0;
  for (const [block, { text }] of shown.entries()) {
    const isLast = block === shown.length - 1;
    for (const until = offset + text.length + (isLast ? 0 : 1); offset < until; offset += 1) {
      if (!map.isAlive(offset)) continue;
      while (map.at(offset) >= end && index < wanted.length - 1) end += (wanted[++index]?.text.length ?? 0) + 1;
      const last = found.at(-1);
      if (last?.shown === block && last.wanted === index) last.count += 1;
      else found.push({ shown: block, wanted: index, count: 1 });
    }
  }
  return found;
}
