// Replays what happened in a document since a moment and notes what one person did: which characters they inserted, deleted and
// reformatted, and which fields they wrote, and what others did with that since. What of it can be taken back is told by present-trace.ts.
import { leaveFormats } from '@adagia/shared/leave-formats';
import { isSuggestionKey, parseSuggestionId, suggestionIdOf } from '@adagia/shared/text/suggestions';
import * as Y from 'yjs';
import { Arrivals, CharacterRecords } from './character-records.ts';
import { FieldRecords } from './field-records.ts';
import { type Attributes, type ItemList, walkStep } from './step-walk.ts';

export interface LoggedUpdate {
  authorId: string | null;
  at: number;
  bytes: Uint8Array;
}

export interface Traced {
  /** Of one person: also those that they had before they had an account. */
  personIds: readonly string[];
  sinceMs: number;
  /** What they did later is not theirs to be taken back: none was looked at yet. */
  untilMs: number;
  /** Client ids of the document and whose they are. */
  owners: readonly [number, string][];
}

export interface Deletion {
  attributes: Attributes;
  /** Number of the update. */
  step: number;
  isByOthersToo: boolean;
}

export interface Look {
  before: unknown;
  after: unknown;
}

type DeleteSet = ReturnType<typeof Y.createDeleteSet>;
type Struct = Y.Item | Y.GC;
type RootType = ItemList & Pick<Y.AbstractType<unknown>, '_map'>;

export class PersonTracer {
  /** Keeps what is deleted. */
  readonly doc = new Y.Doc({ gc: false });
  readonly fields = new FieldRecords();
  readonly deletions = new CharacterRecords<Deletion>();
  readonly looks = new CharacterRecords<Map<string, Look>>();
  readonly arrivals = new Arrivals();
  /** Numbers of the updates that are by this person. */
  readonly ownSteps = new Set<number>();
  /** Of each character that was there or came since: which update deleted it. */
  readonly deletedIn = new CharacterRecords<number>();
  /** Keys of suggestions that came with the updates of this person. */
  readonly suggestions = new Set<string>();
  /** Of all suggestions that ever came. */
  readonly #knownKeys = new Set<string>();
  readonly #personIds: ReadonlySet<string>;
  readonly #untilMs: number;
  #step = 0;
  /** Of each of the others something that they deleted since: see isEverything. */
  readonly #deletedBy = new Map<string | null, Y.ID>();

  readonly #owners: ReadonlyMap<number, string>;

  constructor({ personIds, untilMs, owners }: Traced) {
    this.#personIds = new Set(personIds);
    this.#untilMs = untilMs;
    this.#owners = new Map(owners);
    leaveFormats(this.doc);
  }

  /** What came before. */
  begin(updates: Iterable<Uint8Array>): void {
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update);
    });
    for (const [root, type] of this.doc.share) {
      this.fields.begin(root, type);
      for (const key of type._map.keys()) this.#knownKeys.add(key);
    }
    for (const structs of this.doc.store.clients.values()) this.#noteKeys(structs, false);
  }

  replay(updates: Iterable<LoggedUpdate>): void {
    let author: string | null = null;
    let isTraced = false;
    const note = (transaction: Y.Transaction) => this.#note(transaction, author, isTraced);
    this.doc.on('afterTransaction', note);
    for (const { authorId, at, bytes } of updates) {
      this.#step += 1;
      author = authorId;
      isTraced = at <= this.#untilMs && author !== null && this.#personIds.has(author);
      if (isTraced) this.ownSteps.add(this.#step);
      else if (!this.deletions.isEmpty) this.#noteRepeated(bytes, author);
      Y.applyUpdate(this.doc, bytes);
    }
    this.doc.off('afterTransaction', note);
  }

  ownerOf(client: number): string | null {
    return this.#owners.get(client) ?? null;
  }

  /** By this person, since then. */
  isOwn(client: number, clock: number): boolean {
    const step = this.arrivals.stepOf(client, clock);
    return step !== null && this.ownSteps.has(step);
  }

  /** Their own suggestions are withdrawn as such (suggestions-resolve.ts). */
  isOwnSuggestion(name: string): boolean {
    return this.suggestions.has(name);
  }

  /** Whose a suggestion is says its key; that it is of this time says the update that brought it, and no clock. */
  #noteKey(name: string, isTraced: boolean): void {
    if (!isSuggestionKey(name) || this.#knownKeys.has(name)) return;
    this.#knownKeys.add(name);
    const author = parseSuggestionId(suggestionIdOf(name))?.author;
    if (isTraced && author !== undefined && this.#personIds.has(author)) this.suggestions.add(name);
  }

  #noteKeys(structs: readonly Struct[], isTraced: boolean): void {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      if (struct.content instanceof Y.ContentFormat) this.#noteKey(struct.content.key, isTraced);
      else if (struct.parentSub !== null) this.#noteKey(struct.parentSub, isTraced);
    }
  }

  #note(transaction: Y.Transaction, author: string | null, isTraced: boolean): void {
    for (const [client, ranges] of transaction.deleteSet.clients) {
      for (const { clock, len } of ranges) {
        for (let at = clock; at < clock + len; at += 1) this.deletedIn.set(client, at, this.#step);
      }
    }
    for (const [client, end] of transaction.afterState) {
      const from = transaction.beforeState.get(client) ?? 0;
      if (end <= from) continue;
      this.arrivals.add(client, from, end, this.#step);
      const structs = this.doc.store.clients.get(client) ?? [];
      this.#noteKeys(structs.slice(Y.findIndexSS(structs, from)), isTraced);
    }
    for (const [client, [first]] of transaction.deleteSet.clients) {
      if (first && !this.#deletedBy.has(author)) this.#deletedBy.set(author, Y.createID(client, first.clock));
    }
    const roots = new Map([...this.doc.share].map(([root, type]) => [type as RootType, root]));
    for (const [type, keys] of transaction.changed) {
      const root = roots.get(type);
      if (root === undefined) continue;
      for (const key of keys) if (key !== null) this.fields.note(root, type, key, { isTraced, id: author });
      if (keys.has(null) && (isTraced || this.#touchesFormats(transaction))) this.#walk(type, transaction, isTraced);
    }
  }

  /** Others' typing and deleting changes nothing of what this person did: only marks do. */
  #touchesFormats(transaction: Y.Transaction): boolean {
    let isFormat = false;
    const look = (struct: Struct) => {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentFormat) isFormat = true;
    };
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, look);
    for (const [client, end] of transaction.afterState) {
      const from = transaction.beforeState.get(client) ?? 0;
      const structs = this.doc.store.clients.get(client) ?? [];
      if (end > from) for (const struct of structs.slice(Y.findIndexSS(structs, from))) look(struct);
    }
    return isFormat;
  }

  #walk(text: ItemList, transaction: Y.Transaction, isTraced: boolean): void {
    walkStep(text, transaction, {
      deleted: ({ id, length }, attributes) => {
        if (!isTraced) return;
        for (let clock = id.clock; clock < id.clock + length; clock += 1) {
          this.deletions.set(id.client, clock, { attributes, step: this.#step, isByOthersToo: false });
        }
      },
      reformatted: ({ id, length }, name, before, after) => {
        for (let clock = id.clock; clock < id.clock + length; clock += 1) {
          this.#reformat(id.client, clock, name, { before, after }, isTraced);
        }
      },
    });
  }

  #reformat(client: number, clock: number, name: string, { before, after }: Look, isTraced: boolean): void {
    const looks = this.looks.get(client, clock) ?? new Map<string, Look>();
    if (!isTraced) looks.delete(name);
    else if (!this.isOwnSuggestion(name)) {
      const known = looks.get(name);
      looks.set(name, { before: known && known.after === before ? known.before : before, after });
    }
    this.looks.set(client, clock, looks);
  }

  /** Two deleted the same at the same moment. Whoever comes back tells all that they know to be deleted: that says nothing. */
  #noteRepeated(bytes: Uint8Array, author: string | null): void {
    const { ds } = Y.decodeUpdate(bytes);
    const repeated: Deletion[] = [];
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) {
        for (let at = clock; at < clock + len; at += 1) {
          const deletion = this.deletions.get(client, at);
          if (deletion) repeated.push(deletion);
        }
      }
    }
    if (repeated.length === 0 || this.#isEverything(ds, author)) return;
    for (const deletion of repeated) deletion.isByOthersToo = true;
  }

  /** Nobody deletes the same twice, unless they say all that they know. Of who has deleted nothing yet it is told by how much it is. */
  #isEverything(ds: DeleteSet, author: string | null): boolean {
    const own = this.#deletedBy.get(author);
    if (own) return Y.isDeleted(ds, own);
    let [known, all] = [0, 0];
    for (const [client, ranges] of Y.createDeleteSetFromStructStore(this.doc.store).clients) {
      for (const { clock, len } of ranges) {
        all += len;
        for (const one of ds.clients.get(client) ?? []) {
          known += Math.max(0, Math.min(clock + len, one.clock + one.len) - Math.max(clock, one.clock));
        }
      }
    }
    return known > all / 2;
  }
}
