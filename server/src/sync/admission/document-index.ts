// What the server must know of a document to admit updates to it, without holding the document: which clocks of which client
// id are there, which part each belongs to, which are deleted, and the values of the maps. A few kilobytes where the
// document takes megabytes; built in one pass over the stored updates.
import type { FieldValue } from '@adagia/shared/document';
import type { GrowingWriter } from '../growing-writer.ts';
import type { ByteReader } from './byte-reader.ts';
import { ClientRanges } from './client-ranges.ts';
import { FieldChain } from './field-chain.ts';
import { contentKind, NONE, type StructTable } from './struct-table.ts';

/** Where a struct belongs. */
export interface Place {
  root: string;
  /** Key in a map, or name of an attribute of a text as a whole; null for characters and marks. */
  mapKey: string | null;
}

/** A place, and whether it is a mark (begins or ends bold, a block…) there rather than characters: two numbers in one. */
export type Part = number;

export const partOf = (place: number, isMark: boolean): Part => place * 2 + (isMark ? 1 : 0);
export const placeIdOf = (part: Part): number => part >>> 1;
export const isMarkPart = (part: Part): boolean => (part & 1) === 1;

type Visit = (from: number, until: number, part: Part) => void;

export class DocumentIndex {
  readonly #clients = new Map<number, ClientRanges>();
  readonly #places: Place[] = [];
  readonly #placeIds = new Map<string, number>();
  readonly #chains = new Map<number, FieldChain<FieldValue>>();
  /**
   * Names of suggestions that are, or were, in the document under their author's own name: as far back as it is known. Who brings one of
   * these brings it back; who brings another in a colleague's name has made it up.
   */
  readonly suggestions = new Set<string>();

  /** For `DocumentIndex.read`. */
  write(writer: GrowingWriter): void {
    writer.uint(this.#places.length);
    for (const { root, mapKey } of this.#places) {
      writer.string(root);
      writer.uint(mapKey === null ? 0 : 1);
      if (mapKey !== null) writer.string(mapKey);
    }
    writer.uint(this.#clients.size);
    for (const [client, ranges] of this.#clients) {
      writer.uint(client);
      ranges.write(writer);
    }
    writer.uint(this.#chains.size);
    for (const [place, chain] of this.#chains) {
      writer.uint(place);
      chain.write(writer);
    }
    writer.uint(this.suggestions.size);
    for (const name of this.suggestions) writer.string(name);
  }

  /** @throws MalformedError */
  static read(reader: ByteReader): DocumentIndex {
    const index = new DocumentIndex();
    for (let left = reader.uint(); left > 0; left -= 1) {
      const root = reader.string();
      index.placeId(root, reader.uint() === 0 ? null : reader.string());
    }
    for (let left = reader.uint(); left > 0; left -= 1) {
      index.#clients.set(reader.uint(), ClientRanges.read(reader));
    }
    for (let left = reader.uint(); left > 0; left -= 1) {
      index.#chains.set(reader.uint(), FieldChain.read(reader));
    }
    for (let left = reader.uint(); left > 0; left -= 1) index.suggestions.add(reader.string());
    return index;
  }

  /** The next clock of a client id, 0 for an unknown one. */
  state(client: number): number {
    return this.#clients.get(client)?.state ?? 0;
  }

  /** All client ids with what is known of them. */
  get clients(): ReadonlyMap<number, ClientRanges> {
    return this.#clients;
  }

  partAt(client: number, clock: number): Part | undefined {
    return this.#clients.get(client)?.partAt(clock);
  }

  place(id: number): Place {
    const place = this.#places[id];
    if (!place) throw new Error(`no place ${id}`);
    return place;
  }

  /** Of a place that is new, too: the same id for the same place. */
  placeId(root: string, mapKey: string | null): number {
    const name = mapKey === null ? root : `${root}\u0000${mapKey}`;
    const known = this.#placeIds.get(name);
    if (known !== undefined) return known;
    this.#placeIds.set(name, this.#places.length);
    return this.#places.push({ root, mapKey }) - 1;
  }

  /** Of a place in a map; undefined without one. */
  valueOf(place: number): FieldValue | undefined {
    return this.#chains.get(place)?.value;
  }

  /** Runs of one part in these clocks that are not deleted. */
  eachAlive(client: number, from: number, until: number, visit: Visit): void {
    const ranges = this.#clients.get(client);
    if (ranges) ranges.eachAlive(from, Math.min(until, ranges.state), visit);
  }

  /**
   * One row of a table that was admitted; what the index has already is left out.
   * @param value of a field, where the row has one
   */
  add(table: StructTable, row: number, client: number, part: Part, value: FieldValue | undefined): void {
    const ranges = this.#clients.get(client) ?? this.#newClient(client);
    const clock = ranges.state;
    const start = table.clock[row] ?? 0;
    const length = start + (table.length[row] ?? 0) - clock;
    if (length <= 0) return;
    ranges.append(length, part);
    if (table.kind[row] === contentKind.deleted) ranges.delete(clock, clock + length);
    const place = placeIdOf(part);
    if (this.place(place).mapKey === null) return;
    const isSplit = clock > start;
    this.#chain(place, {
      client,
      clock,
      length,
      originClient: isSplit ? client : (table.originClient[row] ?? NONE),
      originClock: isSplit ? clock - 1 : (table.originClock[row] ?? NONE),
      value,
    });
  }

  #newClient(client: number): ClientRanges {
    const ranges = new ClientRanges();
    this.#clients.set(client, ranges);
    return ranges;
  }

  #chain(place: number, item: Parameters<FieldChain<FieldValue>['insert']>[0]): void {
    const chain = this.#chains.get(place) ?? new FieldChain<FieldValue>();
    this.#chains.set(place, chain);
    const loser = chain.insert(item);
    if (!loser) return;
    loser.value = undefined;
    this.#clients.get(loser.client)?.delete(loser.clock, loser.clock + loser.length);
  }

  /** Clocks that are there. */
  delete(client: number, from: number, until: number): void {
    const ranges = this.#clients.get(client);
    if (!ranges) return;
    if (this.#chains.size > 0) {
      ranges.eachAlive(from, until, (start, end, part) => {
        const chain = this.#chains.get(placeIdOf(part));
        if (!chain) return;
        for (let clock = start; clock < end; clock += 1) chain.forget(client, clock);
      });
    }
    ranges.delete(from, until);
  }
}
