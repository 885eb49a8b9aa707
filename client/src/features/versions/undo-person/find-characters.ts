// Finds characters of an answer by their identity: those that stand in it, and the places of those that were deleted from it.
import type { IdRange } from '@adagia/shared/versions/person-trace';
import type * as Y from 'yjs';
import { forEachItem } from '../../../editor/binding/attributed-text.ts';

export interface Found<T extends IdRange> {
  /** In the text as it is. */
  at: number;
  range: T;
  /** Of the characters of `range`: which of them, and how many. */
  from: number;
  length: number;
  /** false: at this place they would stand. */
  isThere: boolean;
}

type ByClient<T> = ReadonlyMap<number, readonly T[]>;

function byClient<T extends IdRange>(ranges: readonly T[]): ByClient<T> {
  const clients = Map.groupBy(ranges, ({ client }) => client);
  for (const known of clients.values()) known.sort((a, b) => a.clock - b.clock);
  return clients;
}

/** @returns index of the first that ends behind `clock` */
function firstBehind(ranges: readonly IdRange[], clock: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range && range.clock + range.length <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What follows on the one before is one with it: formats of Yjs that are set bit by bit run over each other. */
function push<T extends IdRange>(found: Found<T>[], next: Found<T>): void {
  const last = found.at(-1);
  const isSame = last?.range === next.range && last.isThere === next.isThere && last.from + last.length === next.from;
  if (last && isSame && next.at === last.at + (last.isThere ? last.length : 0)) last.length += next.length;
  else found.push(next);
}

/** @returns in the order of the text */
export function findCharacters<T extends IdRange>(ytext: Y.Text, ranges: readonly T[]): Found<T>[] {
  const clients = byClient(ranges);
  const found: Found<T>[] = [];
  forEachItem(ytext, ({ id, length, deleted }, offset) => {
    const known = clients.get(id.client) ?? [];
    for (let index = firstBehind(known, id.clock); index < known.length; index += 1) {
      const range = known[index];
      if (!range || range.clock >= id.clock + length) break;
      const from = Math.max(range.clock, id.clock);
      const until = Math.min(range.clock + range.length, id.clock + length);
      const at = deleted ? offset : offset + from - id.clock;
      push(found, { at, range, from: from - range.clock, length: until - from, isThere: !deleted });
    }
  });
  return found;
}

/** Which characters stand at a place. */
export class IdPlaces {
  readonly #runs: readonly (IdRange & { at: number })[];

  constructor(ids: readonly IdRange[]) {
    let at = 0;
    this.#runs = ids.map((id) => {
      const run = { ...id, at };
      at += id.length;
      return run;
    });
  }

  rangesOf(at: number, length: number): IdRange[] {
    return this.#runs.flatMap((run) => {
      const [from, until] = [Math.max(run.at, at), Math.min(run.at + run.length, at + length)];
      return from < until ? [{ client: run.client, clock: run.clock + from - run.at, length: until - from }] : [];
    });
  }
}
