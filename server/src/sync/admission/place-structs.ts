// Finds out which part of a document each struct of an update touches, in the order in which Yjs would integrate them. A struct
// names its place only when it has no neighbours; otherwise they tell, and must be there already: in the index, or in
// the update itself. So a circle, a reference to itself or to what never came is found here and not while applying.
import { type DocumentIndex, type Part, partOf, placeIdOf } from './document-index.ts';
import { type Block, contentKind, NONE, type StructTable } from './struct-table.ts';
import { UnplacedError } from './update-errors.ts';

/** A row that brings nothing new has no part. */
export const KNOWN = -1;

/** Whether a named place may be remembered. */
type IsPlace = (root: string, mapKey: string | null) => boolean;

export interface PlacedStructs {
  /** Of each row, KNOWN for those that the index has already. */
  parts: Part[];
  /** The rows again, in an order in which each comes behind those that it names. */
  runs: Block[];
}

/** @throws UnplacedError */
export function placeStructs(table: StructTable, index: DocumentIndex, isPlace: IsPlace = () => true): PlacedStructs {
  const parts = table.clock.map(() => KNOWN);
  const blocks = table.blocks.map((block) => ({ ...block, next: block.from }));
  const placer = new Placer(table, index, parts, blocks, isPlace);
  const runs: Block[] = [];
  let left = blocks.length;
  while (left > 0) {
    let hasMoved = false;
    left = 0;
    for (const block of blocks) {
      const from = block.next;
      placer.advance(block);
      if (block.next > from) {
        hasMoved = true;
        runs.push({ client: block.client, from, until: block.next });
      }
      if (block.next < block.until) left += 1;
    }
    if (left > 0 && !hasMoved) throw new UnplacedError('neighbours that are not there, or in a circle');
  }
  return { parts, runs };
}

interface Progress extends Block {
  /** The first row that is not placed yet. */
  next: number;
}

class Placer {
  readonly #table: StructTable;
  readonly #index: DocumentIndex;
  readonly #parts: Part[];
  readonly #blocks: readonly Progress[];
  readonly #isPlace: IsPlace;

  constructor(table: StructTable, index: DocumentIndex, parts: Part[], blocks: readonly Progress[], isPlace: IsPlace) {
    this.#table = table;
    this.#index = index;
    this.#parts = parts;
    this.#blocks = blocks;
    this.#isPlace = isPlace;
  }

  /** Places rows until one has to wait for another block. */
  advance(block: Progress): void {
    const { clock, length } = this.#table;
    const known = this.#index.state(block.client);
    for (; block.next < block.until; block.next += 1) {
      const row = block.next;
      const start = clock[row] ?? 0;
      // Also of what is known: Yjs looks the neighbours up before it sees that there is nothing to do.
      const place = this.#placeOfRow(row);
      if (place === null) break;
      if (start + (length[row] ?? 0) <= known) continue;
      if (start < known) this.#checkRest(block.client, known - 1, place);
      this.#parts[row] = partOf(place, this.#table.kind[row] === contentKind.mark);
    }
  }

  /** A row of which the beginning is known: Yjs puts the rest behind the last known clock, whatever the row says. */
  #checkRest(client: number, clock: number, place: number): void {
    const part = this.#index.partAt(client, clock);
    if (part === undefined || placeIdOf(part) !== place) throw new UnplacedError('the rest of something else');
  }

  /** null: a neighbour is not placed yet. */
  #placeOfRow(row: number): number | null {
    const { originClient, originClock, rightClient, rightClock, root, mapKey } = this.#table;
    const [left, right] = [originClient[row] ?? NONE, rightClient[row] ?? NONE];
    if (left === NONE && right === NONE) return this.#named(root[row] ?? '', mapKey[row] ?? null);
    const leftPlace = left === NONE ? null : this.#placeAt(left, originClock[row] ?? NONE);
    const rightPlace = right === NONE ? null : this.#placeAt(right, rightClock[row] ?? NONE);
    if ((left !== NONE && leftPlace === null) || (right !== NONE && rightPlace === null)) return null;
    // Otherwise Yjs would put it where the right one is, and not where we looked.
    if (leftPlace !== null && rightPlace !== null && leftPlace !== rightPlace) {
      throw new UnplacedError('neighbours in two parts');
    }
    return leftPlace ?? rightPlace;
  }

  #named(root: string, mapKey: string | null): number {
    if (!this.#isPlace(root, mapKey)) throw new UnplacedError('a place that the document does not have');
    return this.#index.placeId(root, mapKey);
  }

  #placeAt(client: number, clock: number): number | null {
    if (clock < this.#index.state(client)) {
      const part = this.#index.partAt(client, clock);
      return part === undefined ? null : placeIdOf(part);
    }
    const block = this.#blocks.find((one) => one.client === client);
    const row = block ? rowAt(this.#table, block, clock) : NONE;
    return row === NONE ? null : placeIdOf(this.#parts[row] ?? 0);
  }
}

/** Among the rows that are placed. */
function rowAt({ clock, length }: StructTable, block: Progress, wanted: number): number {
  let low = block.from;
  let high = block.next;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((clock[middle] ?? 0) + (length[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low < block.next && (clock[low] ?? 0) <= wanted ? low : NONE;
}
