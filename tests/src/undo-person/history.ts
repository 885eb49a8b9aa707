// A random history of several people in one answer, as the server's log has it, with what each of them inserted and deleted noted at
// their own screen: what undoing of one person's doing is held against. Letters are never the same twice.
import { readAttributedText } from '@adagia/client/editor/binding/attributed-text';
import { leaveFormats } from '@adagia/shared/leave-formats';
import type { Random } from '@adagia/shared/random';
import { deleteCharacters } from '@adagia/shared/text/delete-characters';
import { createSuggestionId } from '@adagia/shared/text/suggestions';
import { resolveSuggestions } from '@adagia/shared/text/suggestions-resolve';
import { deleteSuggested, insertPlain, insertSuggested, suggestionIdsIn } from '@adagia/shared/text/testing/suggest';
import * as Y from 'yjs';

export const KEY = 'answer:needs';
/** Milliseconds: of the first update. Each one is a second later. */
export const START_MS = 1.8e12;

export interface Person {
  name: string;
  doc: Y.Doc;
  text: Y.Text;
  undo: Y.UndoManager;
  /** Not in the log yet. */
  waiting: Uint8Array[];
  /** Rows of the log that this person has. */
  seen: number;
}

export interface Row {
  authorId: string | null;
  at: number;
  bytes: Uint8Array;
}

/** What is known of a character: who wrote it in which row, and who deleted it in which. */
interface Fate {
  by: string;
  row: number;
  deleted: { by: string; row: number }[];
}

const OWN = 'typed';

export class History {
  readonly rows: Row[] = [];
  readonly people: Person[];
  readonly fates = new Map<string, Fate>();
  readonly #random: Random;
  #letters = 0x4e00;
  /** Noted at the screen, not in the log yet. */
  readonly #unsent = new Map<string, { inserted: string[]; deleted: string[] }>();

  constructor(names: readonly string[], random: Random) {
    this.#random = random;
    const seed = new Y.Doc();
    seed.clientID = 1;
    seed.getText(KEY).insert(0, `${this.#word(6)}\n${this.#word(8)}\n${this.#word(4)}`);
    // Much has been deleted before: so it is told whether somebody says all that they know to be deleted.
    seed.getText(KEY).insert(0, 'x'.repeat(500));
    seed.getText(KEY).delete(0, 500);
    this.rows.push({ authorId: null, at: START_MS, bytes: Y.encodeStateAsUpdate(seed) });
    for (const id of idsOf(seed.getText(KEY))) this.fates.set(id, { by: '', row: 0, deleted: [] });
    this.people = names.map((name, index) => this.join(name, index + 2));
  }

  join(name: string, clientId: number): Person {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    leaveFormats(doc);
    const text = doc.getText(KEY);
    const undo = new Y.UndoManager(text, { trackedOrigins: new Set([OWN]), captureTimeout: 0 });
    const person = { name, doc, text, undo, waiting: [], seen: 0 } as Person;
    this.receive(person);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) person.waiting.push(update);
    });
    return person;
  }

  #word(length: number): string {
    return Array.from({ length }, () => String.fromCharCode(this.#letters++)).join('');
  }

  receive(person: Person): void {
    person.doc.transact(() => {
      for (const { bytes } of this.rows.slice(person.seen)) Y.applyUpdate(person.doc, bytes, this);
    }, this);
    person.seen = this.rows.length;
  }

  /** Notes what somebody did, whatever it was. */
  note(person: Person, change: () => void): void {
    const before = idsOf(person.text);
    person.doc.transact(change, OWN);
    const after = new Set(idsOf(person.text));
    const unsent = this.#unsent.get(person.name) ?? { inserted: [], deleted: [] };
    unsent.deleted.push(...before.filter((id) => !after.has(id)));
    const known = new Set(before);
    unsent.inserted.push(...[...after].filter((id) => !known.has(id)));
    this.#unsent.set(person.name, unsent);
  }

  /** Into the log: each update for itself, or all that the server lacks with all that is known to be deleted, as after a lost line. */
  send(person: Person): void {
    const unsent = this.#unsent.get(person.name) ?? { inserted: [], deleted: [] };
    const isAnew = unsent.deleted.length === 0 && person.waiting.length > 0 && this.#random.chance(0.3);
    const updates = isAnew ? [Y.encodeStateAsUpdate(person.doc, this.#stateVector())] : person.waiting;
    const row = this.rows.length;
    for (const bytes of updates) this.#append(person.name, bytes);
    person.waiting = [];
    this.#unsent.delete(person.name);
    for (const id of unsent.inserted) this.fates.set(id, { by: person.name, row, deleted: [] });
    for (const id of unsent.deleted) this.fates.get(id)?.deleted.push({ by: person.name, row });
  }

  #append(authorId: string, bytes: Uint8Array): void {
    this.rows.push({ authorId, at: START_MS + this.rows.length * 1000, bytes });
  }

  #stateVector(): Uint8Array {
    return Y.encodeStateVector(this.replay());
  }

  /** All of it, or up to a row, with what is deleted. */
  replay(until = this.rows.length): Y.Doc {
    const doc = new Y.Doc({ gc: false });
    leaveFormats(doc);
    for (const { bytes } of this.rows.slice(0, until)) Y.applyUpdate(doc, bytes);
    doc.getText(KEY);
    return doc;
  }

  step(person: Person): void {
    const random = this.#random;
    const { text } = person;
    const at = random.below(text.length + 1);
    const length = Math.min(1 + random.below(5), text.length - at);
    const what = random.below(12);
    this.note(person, () => {
      if (what < 4) insertPlain(text, at, this.#word(1 + random.below(4)));
      else if (what < 7) deleteCharacters(text, at, length);
      else if (what < 9 && length > 0)
        text.format(at, length, { [random.pick(['bold', 'italic'])]: random.chance(0.6) || null });
      else if (what === 9) this.#suggest(person, at, length);
      else if (what === 10) this.#decide(person);
    });
    if (what === 11) this.note(person, () => void (person.undo.canUndo() && person.undo.undo()));
  }

  #suggest({ name, text }: Person, at: number, length: number): void {
    // Some clocks are ahead.
    const atMs = START_MS + this.rows.length * 1000 + (this.#random.chance(0.3) ? 600_000 : 0);
    const id = createSuggestionId({ author: name, atMs, random: this.#random.below(1000) / 1000 });
    if (this.#random.chance(0.5)) insertSuggested(text, at, this.#word(2), id);
    else if (length > 0) deleteSuggested(text, at, length, id);
  }

  #decide({ text }: Person): void {
    const ids = suggestionIdsIn(text);
    if (ids.length > 0)
      resolveSuggestions(text, [this.#random.pick(ids)], this.#random.chance(0.5) ? 'accept' : 'reject');
  }
}

export function idsOf(text: Y.Text): string[] {
  return readAttributedText(text).ids.flatMap(({ client, clock, length }) =>
    Array.from({ length }, (_, index) => `${client}:${clock + index}`),
  );
}

/** Every character there ever was, in the order of the text. */
export function everythingIn(doc: Y.Doc): { id: string; sign: string }[] {
  const found: { id: string; sign: string }[] = [];
  for (let item = doc.getText(KEY)._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue;
    for (let at = 0; at < item.length; at += 1) {
      found.push({ id: `${item.id.client}:${item.id.clock + at}`, sign: item.content.str.charAt(at) });
    }
  }
  return found;
}

/** Names of all marks that there ever were. */
export function marksIn(doc: Y.Doc): Set<string> {
  const names = new Set<string>();
  for (let item = doc.getText(KEY)._start; item !== null; item = item.right) {
    if (item.content instanceof Y.ContentFormat) names.add(item.content.key);
  }
  return names;
}
