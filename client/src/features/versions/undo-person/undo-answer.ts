// Takes back in one answer what somebody did, whatever was written since: what they inserted goes, what they deleted comes back where it
// stood, looks become what they were, and their suggestions are withdrawn. What stays the same on both sides is not touched: it keeps its
// author. Knows neither undo nor rights.
import { must } from '@adagia/shared/assert';
import { deleteCharacters } from '@adagia/shared/text/delete-characters';
import {
  isSuggestionKey,
  parseSuggestionId,
  pendingIn,
  type SuggestionKey,
  suggestionIdOf,
} from '@adagia/shared/text/suggestions';
import type { AnswerTrace, Returned } from '@adagia/shared/versions/person-trace';
import type * as Y from 'yjs';
import {
  type AttributedText,
  type Attributes,
  attributesAt,
  type IdRun,
  lastInsertedId,
  type Piece,
  piecesOf,
  readAttributedText,
} from '../../../editor/binding/attributed-text.ts';
import { suggestionsAround } from '../../../editor/binding/pending-marks.ts';
import { commentsAround, isComment } from '../../../editor/binding/write-changes.ts';
import { findCharacters, IdPlaces } from './find-characters.ts';

export type DoingOfAnswer = Pick<AnswerTrace, 'inserted' | 'returned' | 'reformatted' | 'own'>;

export interface Whose {
  personIds: readonly string[];
  sinceMs: number;
  untilMs: number;
}

export interface Undone {
  /** Characters. */
  removed: number;
  returned: number;
  reformatted: number;
  suggestions: number;
  inverse: DoingOfAnswer;
}

/** For who asks whose the characters are that came back. */
export type OnReturned = (by: string | null, id: IdRun) => void;

interface Word {
  text: string;
  attributes: Attributes;
  by: string | null;
}

/** One place: what goes there, from `at` on, and what comes back before it. */
interface Exchange {
  at: number;
  remove: number;
  words: Word[];
}

const keysIn = (attributes: Attributes, { personIds, sinceMs, untilMs }: Whose): SuggestionKey[] =>
  Object.keys(attributes)
    .filter(isSuggestionKey)
    .filter((key) => {
      const { author = '', atMs = 0 } = parseSuggestionId(suggestionIdOf(key)) ?? {};
      return personIds.includes(author) && atMs >= sinceMs && atMs <= untilMs;
    });

/** The inverse of what it does is noted, so that it can be taken back by the same means. */
class AnswerUndoing {
  readonly #ytext: Y.Text;
  /** As it was before anything of it was taken back. */
  readonly #first: AttributedText;
  readonly #places: IdPlaces;
  readonly inverse: DoingOfAnswer = { inserted: [], returned: [], reformatted: [], own: [] };
  readonly suggestions = new Set<SuggestionKey>();

  /** Words that come back into the midst of what somebody has marked since belong to it; what is taken back had its own marks. */
  readonly #joinsMarks: boolean;

  constructor(ytext: Y.Text, joinsMarks: boolean) {
    this.#ytext = ytext;
    this.#joinsMarks = joinsMarks;
    this.#first = readAttributedText(ytext);
    this.#places = new IdPlaces(this.#first.ids);
  }

  #format({ at, length, attributes }: Piece, name: string, after: unknown): void {
    this.#ytext.format(at, length, { [name]: after });
    for (const id of this.#places.rangesOf(at, length)) {
      this.inverse.reformatted.push({ ...id, name, before: attributes[name] ?? null, after });
    }
  }

  #setOwn(name: string, after: unknown): void {
    this.inverse.own.push({ name, before: this.#first.own[name] ?? null, after });
    if (after === null) this.#ytext.removeAttribute(name);
    else this.#ytext.setAttribute(name, after);
  }

  /** Their marks go. What they inserted goes with all else that they inserted, and what a colleague has typed into it stays. */
  withdrawSuggestions(whose: Whose): void {
    for (const piece of piecesOf(this.#first, 0, this.#first.text.length)) {
      for (const key of keysIn(piece.attributes, whose)) {
        this.#format(piece, key, null);
        this.suggestions.add(key);
      }
    }
    for (const key of keysIn(this.#first.own, whose)) {
      this.#setOwn(key, null);
      this.suggestions.add(key);
    }
  }

  undoLooks({ reformatted, own }: DoingOfAnswer): void {
    for (const { at, range, length, isThere } of findCharacters(this.#ytext, reformatted)) {
      if (!isThere) continue;
      for (const piece of piecesOf(this.#first, at, length)) {
        if ((piece.attributes[range.name] ?? null) === range.after) this.#format(piece, range.name, range.before);
      }
    }
    for (const { name, before, after } of own) {
      if ((this.#first.own[name] ?? null) === after) this.#setOwn(name, before);
    }
  }

  exchange(doing: DoingOfAnswer, onReturned: OnReturned): Exchange[] {
    const now = readAttributedText(this.#ytext);
    const exchanges = exchangesIn(this.#ytext, doing).map((one) => smallest(now, one));
    for (const one of exchanges.toReversed()) this.#exchange(now, one, onReturned);
    return exchanges;
  }

  #exchange(now: AttributedText, { at, remove, words }: Exchange, onReturned: OnReturned): void {
    const [left, right] = [attributesAt(now, at - 1), attributesAt(now, at + remove)];
    const around = this.#joinsMarks ? aroundOf(left, right) : {};
    this.#remove(at, remove);
    const elsewhere = anchorsIn(now, left, right);
    let place = at;
    for (const word of words) {
      this.#ytext.insert(place, word.text, { ...attributesFor(word, elsewhere), ...around });
      const id = lastInsertedId(must(this.#ytext.doc), word.text);
      this.inverse.inserted.push(id);
      onReturned(word.by, id);
      place += word.text.length;
    }
  }

  #remove(at: number, length: number): void {
    for (const piece of piecesOf(this.#first, at, length)) {
      let start = piece.at;
      for (const id of this.#places.rangesOf(piece.at, piece.length)) {
        const text = this.#first.text.slice(start, start + id.length);
        this.inverse.returned.push({ ...id, text, attributes: { ...piece.attributes }, by: null });
        start += id.length;
      }
    }
    deleteCharacters(this.#ytext, at, length);
  }
}

function exchangesIn(ytext: Y.Text, { inserted, returned }: DoingOfAnswer): Exchange[] {
  const exchanges: Exchange[] = [];
  const at = (place: number): Exchange => {
    const last = exchanges.at(-1);
    if (last && last.at + last.remove === place) return last;
    const made = { at: place, remove: 0, words: [] };
    exchanges.push(made);
    return made;
  };
  const gone = new Set<unknown>(returned);
  for (const { at: place, range, from, length, isThere } of findCharacters(ytext, [...inserted, ...returned])) {
    const isReturned = gone.has(range);
    if (isReturned === isThere) continue;
    const exchange = at(place);
    if (!isReturned) exchange.remove += length;
    else {
      const { text, attributes, by } = range as Returned;
      exchange.words.push({ text: text.slice(from, from + length), attributes, by });
    }
  }
  return exchanges;
}

const visible = (attributes: Attributes): string =>
  JSON.stringify(
    Object.entries(attributes)
      .filter(([name]) => !isComment(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const isHalf = (sign: string | undefined, from: number): boolean => {
  const code = sign?.charCodeAt(0) ?? 0;
  return code >= from && code < from + 0x400;
};
const HIGH = 0xd800;
const LOW = 0xdc00;

/** Signs with what they look like, to compare by. */
function signsOf(pieces: readonly Pick<Word, 'text' | 'attributes'>[]): { sign: string; key: string }[] {
  return pieces.flatMap(({ text, attributes }) => {
    const look = visible(attributes);
    return text.split('').map((sign) => ({ sign, key: sign + look }));
  });
}

/** @returns how many signs both begin with, without the half of a sign */
function alike(a: ReturnType<typeof signsOf>, b: ReturnType<typeof signsOf>, half: number): number {
  let count = 0;
  while (count < Math.min(a.length, b.length) && a[count]?.key === b[count]?.key) count += 1;
  return count > 0 && isHalf(a[count - 1]?.sign, half) ? count - 1 : count;
}

function cut(words: readonly Word[], from: number, until: number): Word[] {
  let start = 0;
  return words.flatMap((word) => {
    const [begin, end] = [Math.max(from - start, 0), until - start];
    start += word.text.length;
    const text = word.text.slice(begin, Math.max(end, begin));
    return text ? [{ ...word, text }] : [];
  });
}

/** What they deleted and brought back themselves stays as it is. */
function smallest(now: AttributedText, { at, remove, words }: Exchange): Exchange {
  const gone = signsOf(
    piecesOf(now, at, remove).map((piece) => ({
      text: now.text.slice(piece.at, piece.at + piece.length),
      attributes: piece.attributes,
    })),
  );
  const back = signsOf(words);
  const before = alike(gone, back, HIGH);
  const behind = alike(gone.slice(before).reverse(), back.slice(before).reverse(), LOW);
  return {
    at: at + before,
    remove: remove - before - behind,
    words: cut(words, before, back.length - behind),
  };
}

/** Nothing that is there becomes somebody's pending insertion because it stands in the midst of one. */
function aroundOf(left: Attributes, right: Attributes): Record<string, unknown> {
  const around = { ...commentsAround(left, right), ...suggestionsAround(left, right) };
  const { insert } = pendingIn(around);
  return Object.fromEntries(
    Object.entries(around).filter(([name]) => !isSuggestionKey(name) || suggestionIdOf(name) !== insert),
  );
}

/** Comments whose anchor is somewhere else by now: it stays there. */
function anchorsIn({ runs }: AttributedText, left: Attributes, right: Attributes): ReadonlySet<string> {
  const names = runs.flatMap(({ attributes }) => Object.keys(attributes).filter(isComment));
  return new Set(names.filter((name) => !(name in left) && !(name in right)));
}

function attributesFor({ attributes }: Word, elsewhere: ReadonlySet<string>): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !elsewhere.has(name)));
}

/** Within a transaction of the caller. @returns how much, and what takes it back in the same way */
export function undoAnswer(
  ytext: Y.Text,
  doing: DoingOfAnswer,
  whose: Whose | null,
  onReturned: OnReturned = () => undefined,
): Undone {
  const undoing = new AnswerUndoing(ytext, whose !== null);
  if (whose) undoing.withdrawSuggestions(whose);
  undoing.undoLooks(doing);
  const exchanges = undoing.exchange(doing, onReturned);
  const { inverse, suggestions } = undoing;
  return {
    removed: exchanges.reduce((sum, { remove }) => sum + remove, 0),
    returned: exchanges.reduce((sum, { words }) => words.reduce((all, { text }) => all + text.length, sum), 0),
    reformatted: inverse.reformatted.reduce((sum, { length }) => sum + length, inverse.own.length),
    suggestions: suggestions.size,
    inverse,
  };
}
