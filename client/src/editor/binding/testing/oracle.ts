// Follows every character of a run from birth to death, and says when an operation did anything to the text that the person
// did not do: rewrote characters that it only restyled, took something else away, lost a comment on what stayed.
import { type AttributedText, attributesAt, readAttributedText } from '../attributed-text.ts';
import { isComment } from '../write-changes.ts';
import { charactersOf, identitiesOf } from './characters.ts';
import type { Intent } from './operations.ts';
import type { Replica } from './replica.ts';
import { allIdentities, baseOf, decidedOn, leftBy, ownPending, pendingOf } from './suggested.ts';

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

function slice({ text, runs }: AttributedText, from: number, until = text.length): AttributedText {
  const within = (offset: number) => Math.max(0, Math.min(offset, until) - from);
  const cut = runs.map(({ end, attributes }) => ({ end: within(end), attributes }));
  return { text: text.slice(from, until), runs: cut, blocks: [], ids: [], own: {} };
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
  /** Each time: what somebody moves may be struck and pending, and be decided about, before it is moved again. */
  readonly #written = new Map<string, number>();
  #hasSuggestions = false;
  /** Written outright: no mark of a suggestion may run on to it. By identity. */
  readonly #outright = new Set<string>();
  readonly #deciders = new Set<number>();
  /** Then what was typed since in accepted words is pending with them again. */
  #hasTakenBackDecisions = false;

  constructor(areUnique: boolean) {
    this.#areUnique = areUnique;
  }

  get typed(): number {
    return this.#born.size;
  }

  /** Around an operation of one person; nothing is received meanwhile. */
  follow(person: number, replica: Replica, act: () => Intent): void {
    const before = readAttributedText(replica.ytext);
    const base = replica.author ? baseOf(replica.ytext) : '';
    const intent = act();
    const after = readAttributedText(replica.ytext);
    this.#checkSuggester(replica, base, before, after);
    this.#followOutright(before, after);
    if (intent.type === 'history' && this.#deciders.has(person)) this.#hasTakenBackDecisions = true;
    if (intent.type === 'decision') {
      this.#deciders.add(person);
      this.#followDecision(intent, before, after);
      return;
    }
    if (intent.type === 'later') {
      for (const character of intent.insert) this.#born.add(character);
      for (const character of intent.removed) this.#removed.add(character);
      return;
    }
    this.#checkWhich(intent, before, after, replica.author?.userId);
    if (!this.#areUnique) return;
    if (intent.type !== 'history') this.#checkComments(before, after);
    this.#checkIdentities(person, intent, before, after, replica.doc.clientID);
  }

  /** Who only suggests changes nothing that counts, and takes away nothing but their own pending words. */
  #checkSuggester({ author, ytext }: Replica, base: string, before: AttributedText, after: AttributedText): void {
    if (!author) return;
    this.#hasSuggestions = true;
    const now = baseOf(ytext);
    if (now !== base) fail(`a suggester changed ${base} to ${now}`);
    const left = allIdentities(after);
    const own = ownPending(before, author.userId);
    for (const id of allIdentities(before)) {
      if (!left.has(id) && !own.has(id)) fail(`a suggester took away ${id}`);
    }
  }

  #followOutright(before: AttributedText, after: AttributedText): void {
    const [old, pending] = [allIdentities(before), pendingOf(after)];
    for (const id of allIdentities(after)) if (!old.has(id) && !pending.has(id)) this.#outright.add(id);
  }

  #followDecision(intent: Extract<Intent, { type: 'decision' }>, before: AttributedText, after: AttributedText): void {
    const mayGo = decidedOn(before, intent);
    const [old, now] = [identitiesOf(before), identitiesOf(after)];
    for (const [character, ids] of old) {
      const kept = now.get(character) ?? [];
      const gone = ids.filter((id) => !kept.includes(id));
      if (gone.some((id) => !mayGo.has(id))) fail(`a decision took ${character} away`);
      if (gone.length !== ids.filter((id) => mayGo.has(id)).length) fail(`a decision left ${character}`);
      if (gone.length > 0 && kept.length === 0) this.#removed.add(character);
    }
    if (after.text.length > before.text.length) fail('a decision wrote something');
  }

  #checkWhich(intent: Intent, before: AttributedText, after: AttributedText, userId: string | undefined): void {
    if (intent.type !== 'replace' && intent.type !== 'move') return;
    const isMoved = intent.type === 'move';
    const left = (from: number, until?: number) => leftBy(userId, slice(before, from, until));
    const wanted = isMoved ? left(0) : left(0, intent.at) + intent.insert + left(intent.until);
    // Where they are is the view's word: at the edges of links Lexical has its own mind. Which they are is not.
    // Nobody can tell an "a" that was typed over a struck "a" from that one (BINDING.md).
    const isStruck =
      intent.type === 'replace' && left(intent.at, intent.until) !== before.text.slice(intent.at, intent.until);
    if (isStruck && !this.#areUnique) return;
    // What is moved is written anew, without what struck some of its words (BINDING.md).
    if (isMoved && userId !== undefined) return;
    const [expected, found] = [sorted(wanted), sorted(leftBy(userId, after))];
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
    this.#written.set(character, (this.#written.get(character) ?? 0) + 1);
    const by = intent.type === 'history' ? this.#restored : this.#rewritten;
    const people = by.get(character) ?? new Set();
    by.set(character, people.add(person));
  }

  /** When all have the same text and nothing is under way. */
  checkAtRest(rest: AttributedText): void {
    const { text } = rest;
    // Not before: who has not heard yet that words were accepted sees what was typed in these since as pending.
    const pending = this.#hasTakenBackDecisions ? [] : pendingOf(rest);
    for (const id of pending) if (this.#outright.has(id)) fail(`${id} was written outright and is pending`);
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
      const writings = this.#hasSuggestions ? 1 + (this.#written.get(character) ?? 0) : 0;
      if (count > Math.max(1, writings, rewriters + restorers)) fail(`${character} is there ${count} times`);
    }
    for (const character of counts.keys()) if (!this.#born.has(character)) fail(`nobody typed ${character}`);
  }
}
