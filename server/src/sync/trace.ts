// Finds out which part of a document a struct of an update touches: the root it belongs to and, in a map, the key. A struct
// says so itself only when it has no neighbours; otherwise its left or right neighbour tells, in the update or the document.
import * as Y from 'yjs';

export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>;
type Struct = DecodedUpdate['structs'][number];

export interface TracedPlace {
  root: string;
  /** Key in a map, or name of an attribute of a text itself; null for characters. */
  mapKey: string | null;
}

export class Tracer {
  readonly #doc: Y.Doc;
  readonly #byClient = new Map<number, Struct[]>();
  readonly #places = new Map<Struct, TracedPlace | null>();
  readonly #rootNames = new Map<unknown, string>();

  constructor(doc: Y.Doc, structs: readonly Struct[]) {
    this.#doc = doc;
    for (const struct of structs) {
      const list = this.#byClient.get(struct.id.client) ?? [];
      list.push(struct);
      this.#byClient.set(struct.id.client, list);
    }
    for (const [name, type] of doc.share) this.#rootNames.set(type, name);
  }

  /** @returns null when it has none that we accept: a nested type, neighbours in two parts, a circle. */
  placeOf(struct: Struct): TracedPlace | null {
    const chain: Struct[] = [];
    let current: Struct | null = struct;
    let place: TracedPlace | null = null;
    while (current) {
      const known = this.#places.get(current);
      if (known !== undefined) {
        place = known;
        break;
      }
      // Seen as "none" while we are under way: a circle ends there.
      this.#places.set(current, null);
      chain.push(current);
      const step: TracedPlace | Struct | null = this.#step(current);
      if (step !== null && 'root' in step) {
        place = step;
        break;
      }
      current = step;
    }
    for (const one of chain) this.#places.set(one, place);
    return place && this.#agrees(struct, place) ? place : null;
  }

  /** The place itself where the struct or the document knows it, else the neighbour of the update to ask next. */
  #step(struct: Struct): TracedPlace | Struct | null {
    if (!(struct instanceof Y.Item)) return null;
    if (typeof struct.parent === 'string') return { root: struct.parent, mapKey: struct.parentSub };
    const neighbour = struct.origin ?? struct.rightOrigin;
    return neighbour && !struct.parent ? this.#at(neighbour) : null;
  }

  #at({ client, clock }: Y.ID): TracedPlace | Struct | null {
    if (clock < Y.getState(this.#doc.store, client)) return this.#placeInDocument(client, clock);
    const list = this.#byClient.get(client) ?? [];
    return list.find((one) => one.id.clock <= clock && clock < one.id.clock + one.length) ?? null;
  }

  #placeInDocument(client: number, clock: number): TracedPlace | null {
    const item = Y.getItem(this.#doc.store, Y.createID(client, clock));
    return item instanceof Y.Item ? this.placeOfItem(item) : null;
  }

  /** Of an item that the document holds. */
  placeOfItem(item: Y.Item): TracedPlace | null {
    const root = this.#rootNames.get(item.parent);
    return root === undefined ? null : { root, mapKey: item.parentSub };
  }

  /** Both neighbours must be in the same part: otherwise Yjs would put the item somewhere else than we checked. */
  #agrees(struct: Struct, place: TracedPlace): boolean {
    if (!(struct instanceof Y.Item) || !struct.origin || !struct.rightOrigin) return true;
    const right = this.#at(struct.rightOrigin);
    const other = right && 'root' in right ? right : right && this.placeOf(right);
    return other !== null && other.root === place.root && other.mapKey === place.mapKey;
  }
}
