// An update (Yjs v1) as columns of numbers: what it brings, where each struct says it belongs, what it deletes. One pass over
// the bytes, no object per struct. The layout of the bytes is Yjs's own (`readClientsStructRefs`, `readDeleteSet`).
import { ByteReader } from './byte-reader.ts';
import { CeilingError, MalformedError, UnknownContentError } from './update-errors.ts';

/** What a struct holds, as far as admission is concerned. */
export const contentKind = { deleted: 1, characters: 4, mark: 6, values: 8, skip: 10, other: 15 } as const;

/** "None" in the columns. */
export const NONE = -1;

const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_MAP_KEY = 0x20;
const REF = 0x1f;

/** All structs of one client id, in order of their clocks. */
export interface Block {
  client: number;
  /** Rows of the table, the last one not included. */
  from: number;
  until: number;
}

interface Ceilings {
  structs: number;
  clients: number;
  deletions: number;
  clock: number;
}

export class StructTable {
  readonly bytes: Uint8Array;
  readonly blocks: Block[] = [];
  /** One row per struct. */
  readonly clock: number[] = [];
  readonly length: number[] = [];
  readonly kind: number[] = [];
  /** Client and clock of the left neighbour when it was written, NONE without one. */
  readonly originClient: number[] = [];
  readonly originClock: number[] = [];
  readonly rightClient: number[] = [];
  readonly rightClock: number[] = [];
  /** The root and the key in it, where the struct names them itself. */
  readonly root: (string | null)[] = [];
  readonly mapKey: (string | null)[] = [];
  /** The bytes of the whole struct. */
  readonly beginsAt: number[] = [];
  readonly endsAt: number[] = [];
  /** Where the content begins in the bytes: behind its kind. */
  readonly contentAt: number[] = [];
  /** Deleted ranges, three numbers each: client, clock, length. */
  readonly deletions: number[] = [];
  /** Where the deletions begin in the bytes. */
  deletionsAt = 0;

  private constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** @throws MalformedError when it is not an update, CeilingError when it is above one of `ceilings`. */
  static read(bytes: Uint8Array, ceilings: Ceilings): StructTable {
    const table = new StructTable(bytes);
    const reader = new ByteReader(bytes);
    table.#readStructs(reader, ceilings);
    table.deletionsAt = reader.at;
    table.#readDeletions(reader, ceilings);
    if (!reader.isAtEnd) throw new MalformedError('bytes behind the update');
    return table;
  }

  #readStructs(reader: ByteReader, ceilings: Ceilings): void {
    let last = Number.POSITIVE_INFINITY;
    for (let left = reader.uint(); left > 0; left -= 1) {
      const count = reader.uint();
      const client = reader.uint();
      // The highest first, each once: Yjs writes it so, and `mergeUpdates` loses what comes in another order.
      if (client >= last) throw new MalformedError('client ids out of order');
      last = client;
      if (this.blocks.length >= ceilings.clients) throw new CeilingError('too many client ids');
      if (this.clock.length + count > ceilings.structs) throw new CeilingError('too many structs');
      const from = this.clock.length;
      this.#readBlock(reader, count, ceilings.clock);
      this.blocks.push({ client, from, until: this.clock.length });
    }
  }

  #readBlock(reader: ByteReader, count: number, clockMax: number): void {
    let clock = reader.uint();
    for (let left = count; left > 0; left -= 1) {
      const length = this.#readStruct(reader, clock);
      clock += length;
      if (length < 1 || clock > clockMax) throw new MalformedError('an impossible clock');
    }
  }

  /** @returns its length. */
  #readStruct(reader: ByteReader, clock: number): number {
    this.beginsAt.push(reader.at);
    const info = reader.byte();
    const ref = info & REF;
    const isItem = ref !== 0 && ref !== contentKind.skip;
    const hasOrigin = isItem && (info & HAS_ORIGIN) !== 0;
    const hasRight = isItem && (info & HAS_RIGHT_ORIGIN) !== 0;
    this.clock.push(clock);
    this.originClient.push(hasOrigin ? reader.uint() : NONE);
    this.originClock.push(hasOrigin ? reader.uint() : NONE);
    this.rightClient.push(hasRight ? reader.uint() : NONE);
    this.rightClock.push(hasRight ? reader.uint() : NONE);
    let root: string | null = null;
    let mapKey: string | null = null;
    if (isItem && !hasOrigin && !hasRight) {
      // Otherwise the id of a nested type, which no document of ours has.
      if (reader.uint() !== 1) throw new MalformedError('a nested type');
      root = reader.string();
      if ((info & HAS_MAP_KEY) !== 0) mapKey = reader.string();
    }
    this.root.push(root);
    this.mapKey.push(mapKey);
    this.contentAt.push(reader.at);
    const length = this.#readContent(reader, ref);
    this.length.push(length);
    this.endsAt.push(reader.at);
    return length;
  }

  #readContent(reader: ByteReader, ref: number): number {
    switch (ref) {
      case contentKind.deleted:
      case contentKind.skip:
        this.kind.push(ref);
        return reader.uint();
      case contentKind.characters:
        this.kind.push(ref);
        return reader.stringLength();
      case contentKind.mark:
        this.kind.push(ref);
        reader.stringLength();
        reader.stringLength();
        return 1;
      case contentKind.values: {
        this.kind.push(ref);
        const count = reader.uint();
        // Mostly one; values that somebody's undo keeps are sent together. Each takes a byte at least, so that the bytes end first.
        for (let left = count; left > 0; left -= 1) skipValue(reader);
        return count;
      }
      default:
        throw new UnknownContentError('content of a kind that no proposal has');
    }
  }

  #readDeletions(reader: ByteReader, ceilings: Ceilings): void {
    const clients = new Set<number>();
    for (let left = reader.uint(); left > 0; left -= 1) {
      const client = reader.uint();
      if (clients.has(client)) throw new MalformedError('a client id twice');
      clients.add(client);
      for (let ranges = reader.uint(); ranges > 0; ranges -= 1) {
        const clock = reader.uint();
        const length = reader.uint();
        if (length < 1 || clock + length > ceilings.clock) throw new MalformedError('an impossible deletion');
        if (this.deletions.length >= ceilings.deletions * 3) throw new CeilingError('too many deletions');
        this.deletions.push(client, clock, length);
      }
    }
  }
}

/** Tags of lib0's `any` that stand for a string, a number or a boolean; all others are refused. */
const anyTag = { string: 119, isTrue: 120, isFalse: 121, float64: 123, float32: 124, integer: 125 } as const;

function skipValue(reader: ByteReader): void {
  switch (reader.byte()) {
    case anyTag.string:
      reader.stringLength();
      return;
    case anyTag.isTrue:
    case anyTag.isFalse:
      return;
    case anyTag.float64:
      reader.skip(8);
      return;
    case anyTag.float32:
      reader.skip(4);
      return;
    case anyTag.integer:
      while (reader.byte() >= 128);
      return;
    default:
      throw new UnknownContentError('content of a kind that no proposal has');
  }
}
