// The values that one key of a map has had, in the order in which Yjs keeps them: the last one is the value, all others are
// deleted. Two people who set a key at the same moment get the same order everywhere (`Item.integrate` of Yjs; in a map
// nothing has a right neighbour). Known here without a Y.Doc, for the timeline's old and new values and for what is deleted.
import type { GrowingWriter } from '../growing-writer.ts';
import type { ByteReader } from './byte-reader.ts';
import { NONE } from './struct-table.ts';

export interface ChainItem<Value> {
  client: number;
  clock: number;
  length: number;
  originClient: number;
  originClock: number;
  /** undefined: deleted, or what was here is not kept. */
  value: Value | undefined;
}

const holds = <Value>(item: ChainItem<Value>, client: number, clock: number) =>
  item.client === client && item.clock <= clock && clock < item.clock + item.length;

export class FieldChain<Value> {
  readonly #items: ChainItem<Value>[] = [];

  write(writer: GrowingWriter): void {
    writer.uint(this.#items.length);
    for (const { client, clock, length, originClient, originClock, value } of this.#items) {
      // NONE is -1.
      for (const number of [client, clock, length, originClient + 1, originClock + 1]) writer.uint(number);
      writer.string(value === undefined ? '' : JSON.stringify(value));
    }
  }

  /** @throws MalformedError */
  static read<Value>(reader: ByteReader): FieldChain<Value> {
    const chain = new FieldChain<Value>();
    for (let left = reader.uint(); left > 0; left -= 1) {
      const [client, clock, length] = [reader.uint(), reader.uint(), reader.uint()];
      const [originClient, originClock] = [reader.uint() - 1, reader.uint() - 1];
      const json = reader.string();
      const value = json === '' ? undefined : (JSON.parse(json) as Value);
      chain.#items.push({ client, clock, length, originClient, originClock, value });
    }
    return chain;
  }

  #indexOf(client: number, clock: number): number {
    // Nearly always the last one.
    for (let index = this.#items.length - 1; index >= 0; index -= 1) {
      const item = this.#items[index];
      if (item && holds(item, client, clock)) return index;
    }
    return -1;
  }

  /** @returns the item that this one makes deleted: the former value, or itself; null when there is none. */
  insert(item: ChainItem<Value>): ChainItem<Value> | null {
    const at = this.#placeOf(item);
    this.#items.splice(at, 0, item);
    if (at < this.#items.length - 1) return item;
    return this.#items[at - 1] ?? null;
  }

  /** Values that were stored as one come apart where another one was written behind the first of them. */
  #splitBehind(client: number, clock: number): number {
    const index = this.#indexOf(client, clock);
    const item = this.#items[index];
    if (!item || item.clock + item.length === clock + 1) return index;
    const rest = { ...item, clock: clock + 1, length: item.clock + item.length - clock - 1 };
    item.length -= rest.length;
    item.value = undefined;
    this.#items.splice(index + 1, 0, { ...rest, originClient: client, originClock: clock });
    return index;
  }

  #placeOf(item: ChainItem<Value>): number {
    const hasOrigin = item.originClient !== NONE;
    let left = hasOrigin ? this.#splitBehind(item.originClient, item.originClock) : -1;
    const start = left + 1;
    // Everything from here on was written without knowing of this one.
    let conflictsFrom = start;
    for (let index = start; index < this.#items.length; index += 1) {
      const other = this.#items[index];
      if (!other) break;
      if (other.originClient === item.originClient && other.originClock === item.originClock) {
        if (other.client >= item.client) break;
        left = index;
        conflictsFrom = index + 1;
        continue;
      }
      const origin = other.originClient === NONE ? -1 : this.#indexOf(other.originClient, other.originClock);
      if (origin < start) break;
      if (origin < conflictsFrom) {
        left = index;
        conflictsFrom = index + 1;
      }
    }
    return left + 1;
  }

  /** Of values that came as one, the last is the field's: the others may go without it. */
  forget(client: number, clock: number): void {
    const item = this.#items[this.#indexOf(client, clock)];
    if (item && clock === item.clock + item.length - 1) item.value = undefined;
  }

  get value(): Value | undefined {
    return this.#items.at(-1)?.value;
  }
}
