// The updates of a document since its last snapshot, kept so that they can be sent as one. Each of them was admitted, so that the
// structs of a client id follow each other without gaps: they are put behind each other as they are, byte by byte, where
// `Y.mergeUpdates` would decode and encode all of them (2,000 keystrokes took it 100 ms, and 6 ms in groups).
import { mergeUpdates } from 'yjs';
import { ClientRanges } from './admission/client-ranges.ts';
import type { StructTable } from './admission/struct-table.ts';
import { ByteWriter, uintSize } from './byte-writer.ts';

interface Block {
  /** Clock of the first struct. */
  from: number;
  /** The next clock. */
  until: number;
  count: number;
  pieces: Uint8Array[];
  sizeBytes: number;
}

export class MergedTail {
  readonly #blocks = new Map<number, Block>();
  readonly #deleted = new Map<number, ClientRanges>();
  /** Updates that bring again a part of a struct that is here: they cannot be cut without decoding. */
  readonly #others: Uint8Array[] = [];
  /** In the order in which they came: for whoever needs each. */
  readonly #updates: Uint8Array[] = [];
  #merged: Uint8Array | null = null;

  get isEmpty(): boolean {
    return this.#updates.length === 0;
  }

  get updates(): readonly Uint8Array[] {
    return this.#updates;
  }

  add(table: StructTable): void {
    this.#updates.push(table.bytes);
    this.#merged = null;
    if (table.blocks.some((block) => !this.#isNext(table, block.client, block.from, block.until))) {
      this.#others.push(table.bytes);
      return;
    }
    for (const { client, from, until } of table.blocks) this.#append(table, client, from, until);
    const { deletions } = table;
    for (let at = 0; at < deletions.length; at += 3) {
      const from = deletions[at + 1] ?? 0;
      this.#deletedOf(deletions[at] ?? 0).delete(from, from + (deletions[at + 2] ?? 0));
    }
  }

  /** Does it begin where what is here ends? */
  #isNext({ clock }: StructTable, client: number, from: number, until: number): boolean {
    const block = this.#blocks.get(client);
    return from === until || !block || clock[from] === block.until;
  }

  #append({ bytes, clock, length, beginsAt, endsAt }: StructTable, client: number, from: number, until: number): void {
    if (from === until) return;
    const start = clock[from] ?? 0;
    const block = this.#blocks.get(client) ?? { from: start, until: start, count: 0, pieces: [], sizeBytes: 0 };
    this.#blocks.set(client, block);
    const piece = bytes.subarray(beginsAt[from] ?? 0, endsAt[until - 1] ?? 0);
    block.pieces.push(piece);
    block.sizeBytes += piece.length;
    block.count += until - from;
    block.until = (clock[until - 1] ?? 0) + (length[until - 1] ?? 0);
  }

  #deletedOf(client: number): ClientRanges {
    const ranges = this.#deleted.get(client) ?? new ClientRanges();
    this.#deleted.set(client, ranges);
    return ranges;
  }

  /** All of it as one update; the same bytes until something is added. */
  get merged(): Uint8Array {
    return (this.#merged ??= this.#others.length > 0 ? mergeUpdates([this.#write(), ...this.#others]) : this.#write());
  }

  #write(): Uint8Array {
    const writer = new ByteWriter(this.#sizeBytes()).uint(this.#blocks.size);
    // The highest client id first: `Y.mergeUpdates`, here and on people's devices, loses what comes in another order.
    const blocks = [...this.#blocks].toSorted(([one], [other]) => other - one);
    for (const [client, { from, count, pieces }] of blocks) {
      writer.uint(count).uint(client).uint(from);
      for (const piece of pieces) writer.raw(piece);
    }
    writer.uint(this.#deleted.size);
    for (const [client, { deletedFrom, deletedUntil }] of this.#deleted) {
      writer.uint(client).uint(deletedFrom.length);
      for (const [at, from] of deletedFrom.entries()) writer.uint(from).uint((deletedUntil[at] ?? from) - from);
    }
    return writer.bytes;
  }

  #sizeBytes(): number {
    let size = uintSize(this.#blocks.size) + uintSize(this.#deleted.size);
    for (const [client, { from, count, sizeBytes }] of this.#blocks) {
      size += uintSize(count) + uintSize(client) + uintSize(from) + sizeBytes;
    }
    for (const [client, { deletedFrom, deletedUntil }] of this.#deleted) {
      size += uintSize(client) + uintSize(deletedFrom.length);
      for (const [at, from] of deletedFrom.entries())
        size += uintSize(from) + uintSize((deletedUntil[at] ?? from) - from);
    }
    return size;
  }
}
