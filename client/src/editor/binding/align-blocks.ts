// Which block of the view is which block of the text after others have changed it: a block is known by the line end that
// closes it. A block whose line end is gone has been merged into the next; a new line end is a new block.
import type { Block } from '@adagia/shared/text/blocks';
import { blockText } from '@adagia/shared/text/blocks';
import { type Delta, mapThrough } from './map-offset.ts';

/** Offsets behind the last character of each block, that is, of its line end or of the end of the text. */
export function blockEnds(blocks: readonly Block[]): number[] {
  let at = -1;
  return blocks.map((block) => (at += blockText(block).length + 1));
}

/**
 * @returns for each new block the index of the old one that it is, or -1; rising. The last ones belong together.
 */
export function alignBlocks(before: readonly Block[], after: readonly Block[], deltas: readonly Delta[]): number[] {
  const newEnds = new Map(blockEnds(after).map((end, index) => [end, index]));
  const survivors: number[] = after.map(() => -1);
  for (const [index, end] of blockEnds(before).entries()) {
    const isLast = index === before.length - 1;
    if (isLast) break;
    const start = mapThrough(end, deltas, 'after');
    const isAlive = mapThrough(end + 1, deltas, 'before') - start === 1;
    const at = isAlive ? newEnds.get(start) : undefined;
    if (at !== undefined && at < after.length - 1) survivors[at] = index;
  }
  survivors[after.length - 1] = before.length - 1;
  return rising(survivors);
}

/** Never twice and never backwards: anything else would be rendered as new. */
function rising(survivors: readonly number[]): number[] {
  let last = -1;
  return survivors.map((index) => {
    if (index <= last) return -1;
    last = index;
    return index;
  });
}
