// Where characters that an editor shows are in the text by now, found by their identity. While both are equal this is
// trivial; it matters when others have written and the view may not follow yet (a composition, an edit half done).
import type * as Y from 'yjs';
import { forEachItem, type IdRun } from './attributed-text.ts';

export interface OffsetMap {
  /** Offset in the text of the shown character; where it would be, when it is gone. */
  at(offset: number): number;
  isAlive(offset: number): boolean;
  /** Where in the text a caret before the shown character `offset` is now. */
  boundary(offset: number): number;
  /** What is left of a shown stretch, as stretches of the text, in order. Others may have written in between. */
  ranges(offset: number, length: number): { at: number; length: number }[];
}

export function identityMap(): OffsetMap {
  return {
    at: (offset) => offset,
    isAlive: () => true,
    boundary: (offset) => offset,
    ranges: (at, length) => [{ at, length }],
  };
}

interface ShownRun extends IdRun {
  at: number;
}

function indexByClient(ids: readonly IdRun[]): Map<number, ShownRun[]> {
  const clients = new Map<number, ShownRun[]>();
  let at = 0;
  for (const run of ids) {
    const runs = clients.get(run.client);
    if (runs) runs.push({ ...run, at });
    else clients.set(run.client, [{ ...run, at }]);
    at += run.length;
  }
  for (const runs of clients.values()) runs.sort((a, b) => a.clock - b.clock);
  return clients;
}

/** @returns index of the first run that ends behind `clock`. */
function firstBehind(runs: readonly ShownRun[], clock: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && run.clock + run.length <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @param ids of the shown characters, in order
 * @param text what `ytext` holds now, for the rule about block starts
 */
export function createOffsetMap(ids: readonly IdRun[], ytext: Y.Text, text: string): OffsetMap {
  const size = ids.reduce((sum, run) => sum + run.length, 0);
  const where = new Int32Array(size).fill(-1);
  const alive = new Uint8Array(size);
  const clients = indexByClient(ids);
  forEachItem(ytext, (item, offset) => {
    const runs = clients.get(item.id.client);
    if (!runs) return;
    const end = item.id.clock + item.length;
    for (let index = firstBehind(runs, item.id.clock); index < runs.length; index += 1) {
      const run = runs[index];
      if (!run || run.clock >= end) break;
      const from = Math.max(run.clock, item.id.clock);
      const until = Math.min(run.clock + run.length, end);
      for (let clock = from; clock < until; clock += 1) {
        const shown = run.at + clock - run.clock;
        where[shown] = item.deleted ? offset : offset + clock - item.id.clock;
        alive[shown] = item.deleted ? 0 : 1;
      }
    }
  });
  let last = 0;
  for (let shown = 0; shown < size; shown += 1) {
    if (where[shown] === -1) where[shown] = last;
    last = (where[shown] ?? 0) + (alive[shown] ?? 0);
  }
  return mapOf(where, alive, text);
}

function mapOf(where: Int32Array, alive: Uint8Array, text: string): OffsetMap {
  const size = where.length;
  const at = (offset: number) => (offset < size ? (where[Math.max(0, offset)] ?? 0) : text.length);
  const behind = (offset: number) => (offset < 0 ? 0 : at(offset) + (alive[offset] ?? 0));
  const isAlive = (offset: number) => alive[offset] === 1;
  return {
    at,
    isAlive,
    boundary(offset) {
      const left = behind(offset - 1);
      const startsBlock = left === 0 || text[left - 1] === '\n';
      if (!startsBlock) return left;
      // At the start of a block: blocks that others put before it stay before the caret.
      const between = text.slice(left, Math.max(left, at(offset))).lastIndexOf('\n');
      return left + between + 1;
    },
    ranges(offset, length) {
      const ranges: { at: number; length: number }[] = [];
      for (let shown = offset; shown < offset + length; shown += 1) {
        if (!isAlive(shown)) continue;
        const last = ranges.at(-1);
        if (last && last.at + last.length === at(shown)) last.length += 1;
        else ranges.push({ at: at(shown), length: 1 });
      }
      return ranges;
    },
  };
}
