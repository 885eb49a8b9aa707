// Follows every character of a run from birth to death, and says when an operation did anything to the text that the person
// did not do: rewrote characters that it only restyled, took something else away, lost a comment on what stayed.
import { type AttributedText, attributesAt, readAttributedText } from '../attributed-text.ts';
import { isComment } from '../write-changes.ts';
import { charactersOf, identitiesOf } from './characters.ts';
import type { Intent } from './operations.ts';
import type { Replica } from './replica.ts';

function fail(what: string): never {
  throw new Error(what);
}

const sorted = (text: string): string => charactersOf(text).sort().join('');

/** Comments by the identity of their characters. */
function commentsOf(text: AttributedText): Map<string, string> {
  const comments = new Map<string, string>();
  let at = 0;
  for (const { client, clock, length } of text.ids) {
    for (let index = 0; index < length; index += 1) {
      const names = Object.keys(attributesAt(text, at)).filter(isComment).sort().join();
      if (text.text[at] !== '\n') comments.set(`${client}:${clock + index}`, names);
      at += 1;
    }
  }
  return comments;
}

export class Oracle {
  /** False where characters occur more than once: then only their number is followed. */
  readonly #areUnique: boolean;
  readonly #born = new Set<string>();
  /** Somebody took it away on purpose, by a key or by undo. */
  readonly #removed = new Set<string>();
  /** Who wrote it anew: moved or pasted it, or brought it back by undo or redo. */
  readonly #rewritten = new Map<string, Set<number>>();
  readonly #restored = new Map<string, Set<number>>();

  constructor(areUnique: boolean) {
    this.#areUnique = areUnique;
  }

  get typed(): number {
    return this.#born.size;
  }

  /** Around an operation of one person; nothing is received meanwhile. */
  follow(person: number, replica: Replica, act: () => Intent): void {
    const before = readAttributedText(replica.ytext);
    const intent = act();
    const after = readAttributedText(replica.ytext);
    if (intent.type === 'later') {
      for (const character of intent.insert) this.#born.add(character);
      for (const character of intent.removed) this.#removed.add(character);
      return;
    }
    this.#checkWhich(intent, before, after);
    if (!this.#areUnique) return;
    if (intent.type !== 'history') this.#checkComments(before, after);
    this.#checkIdentities(person, intent, before, after, replica.doc.clientID);
  }

  #checkWhich(intent: Intent, before: AttributedText, after: AttributedText): void {
    if (intent.type !== 'replace' && intent.type !== 'move') return;
    const { text } = before;
    const wanted = intent.type === 'move' ? text : text.slice(0, intent.at) + intent.insert + text.slice(intent.until);
    // Where they are is the view's word: at the edges of links Lexical has its own mind. Which they are is not.
    const [expected, found] = [sorted(wanted), sorted(after.text)];
    if (expected !== found) fail(`expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
  }

  #checkComments(before: AttributedText, after: AttributedText): void {
    const now = commentsOf(after);
    for (const [id, names] of commentsOf(before)) {
      if (now.has(id) && now.get(id) !== names) fail(`comments of ${id}: ${names} became ${now.get(id)}`);
    }
  }

  #checkIdentities(
    person: number,
    intent: Intent,
    before: AttributedText,
    after: AttributedText,
    client: number,
  ): void {
    const [old, now] = [identitiesOf(before), identitiesOf(after)];
    const removedOnPurpose = new Set(intent.type === 'replace' ? before.text.slice(intent.at, intent.until) : '');
    let moved = 0;
    let strays = 0;
    for (const [character, ids] of old) {
      if (character === '\n' || character === '\u2028') continue;
      const kept = now.get(character) ?? [];
      const gone = ids.filter((id) => !kept.includes(id));
      if (gone.length === 0) continue;
      if (intent.type === 'history') {
        const foreign = gone.find((id) => !id.startsWith(`${client}:`));
        if (foreign) fail(`history took ${character} (${foreign}) that others wrote`);
      } else if (intent.type === 'move') moved += 1;
      else if (!removedOnPurpose.has(character)) strays += 1;
      if (kept.length === 0) this.#removed.add(character);
    }
    // Typing over a selection that ends at a link: Lexical puts the new words elsewhere, and one neighbour may go along.
    const straysMax = intent.type === 'replace' && intent.insert && intent.until > intent.at ? 1 : 0;
    if (strays > straysMax) fail(`${strays} characters were written anew`);
    if (intent.type === 'move' && moved > intent.movedMax)
      fail(`${moved} characters moved, ${intent.movedMax} would do`);
    for (const [character, ids] of now) this.#count(person, intent, character, ids, old.get(character) ?? []);
  }

  #count(person: number, intent: Intent, character: string, ids: readonly string[], old: readonly string[]): void {
    if (character === '\n' || character === '\u2028' || ids.every((id) => old.includes(id))) return;
    if (!this.#born.has(character)) {
      if (intent.type === 'history') fail(`history invented ${character}`);
      this.#born.add(character);
      return;
    }
    const by = intent.type === 'history' ? this.#restored : this.#rewritten;
    const people = by.get(character) ?? new Set();
    by.set(character, people.add(person));
  }

  /** When all have the same text and nothing is under way. */
  checkAtRest(text: string): void {
    if (!this.#areUnique) return;
    const counts = new Map<string, number>();
    for (const character of charactersOf(text)) counts.set(character, (counts.get(character) ?? 0) + 1);
    for (const character of this.#born) {
      const count = counts.get(character) ?? 0;
      const rewriters = this.#rewritten.get(character)?.size ?? 0;
      const restorers = this.#restored.get(character)?.size ?? 0;
      const isRemoved = this.#removed.has(character);
      if (count === 0 && !isRemoved) fail(`${character} is lost, nobody deleted it`);
      if (count > 0 && isRemoved && rewriters + restorers === 0) fail(`${character} is back although it was deleted`);
      // Two people moved it at the same time: both put it somewhere (BINDING.md).
      if (count > Math.max(1, rewriters + restorers)) fail(`${character} is there ${count} times`);
    }
    for (const character of counts.keys()) if (!this.#born.has(character)) fail(`nobody typed ${character}`);
  }
}
