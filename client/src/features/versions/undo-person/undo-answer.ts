// Takes back in one answer what somebody did, whatever was written since: what they inserted goes, what they deleted comes back where it
// stood, looks become what they were, and their suggestions are withdrawn. What stays the same on both sides is not touched: it keeps its
// author. Knows neither undo nor rights.
import { must } from '@adagia/shared/assert';
import { deleteCharacters } from '@adagia/shared/text/delete-characters';
import { isSuggestionKey, pendingIn, suggestionIdOf, suggestionKey } from '@adagia/shared/text/suggestions';
import type { AnswerTrace } from '@adagia/shared/versions/person-trace';
import { standingWords } from '@adagia/shared/versions/standing-words';
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
import { cut, type Exchange, exchangesIn, smallest, type Word } from './exchanges.ts';
import { findCharacters, IdPlaces } from './find-characters.ts';
import { isLater, type Seen } from './seen.ts';

export type DoingOfAnswer = Pick<AnswerTrace, 'inserted' | 'returned' | 'reformatted' | 'own' | 'unclear'>;

export interface Undoing {
  /** Keys of what is withdrawn; null: what was taken back is put back as it was, marks too. */
  suggestions: ReadonlySet<string> | null;
  /** When it was told what somebody did: what came later is not part of it. */
  seen: Seen;
}

export interface Undone {
  /** Characters. */
  removed: number;
  returned: number;
  reformatted: number;
  suggestions: number;
  inverse: DoingOfAnswer;
}

/** Characters that are taken for words that came back: in the moment since it was told hardly anybody types the same by chance. */
const RUN_MIN = 4;

/** For who asks whose the characters are that came back. */
export type OnReturned = (by: string | null, id: IdRun) => void;

/** The inverse of what it does is noted, so that it can be taken back by the same means. */
class AnswerUndoing {
  readonly #ytext: Y.Text;
  /** As it was before anything of it was taken back. */
  readonly #first: AttributedText;
  readonly #places: IdPlaces;
  readonly inverse: DoingOfAnswer = { inserted: [], returned: [], reformatted: [], own: [], unclear: [] };
  readonly withdrawn = new Set<string>();

  readonly #undoing: Undoing;
  /** Of each character, whether it came since it was told what somebody did. */
  readonly #later: readonly boolean[];

  constructor(ytext: Y.Text, undoing: Undoing) {
    this.#ytext = ytext;
    this.#undoing = undoing;
    this.#first = readAttributedText(ytext);
    this.#places = new IdPlaces(this.#first.ids);
    this.#later = this.#first.ids.flatMap(({ client, clock, length }) =>
      Array.from({ length }, (_, index) => isLater(undoing.seen, client, clock + index)),
    );
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

  /**
   * Their marks go. What they inserted goes with all else that they inserted, and what a colleague has typed into it stays. Pending words of
   * which it cannot be told which of the two they are stay pending: nobody has accepted them.
   */
  withdrawSuggestions({ inserted, unclear }: DoingOfAnswer): void {
    const going = this.#isThere(inserted);
    const unclears = this.#isThere(unclear);
    for (const piece of piecesOf(this.#first, 0, this.#first.text.length)) {
      const keys = this.#keysIn(piece.attributes);
      if (keys.length === 0) continue;
      const { insert } = pendingIn(piece.attributes);
      const isTheirs = insert !== null && keys.includes(suggestionKey(insert));
      const stays = (at: number) => isTheirs && (going[at] || unclears[at] || this.#later[at]) === true;
      for (const part of splitBy(piece, stays)) {
        if (!stays(part.at)) for (const key of keys) this.#format(part, key, null);
        if (!stays(part.at) || going[part.at]) for (const key of keys) this.withdrawn.add(key);
      }
    }
    for (const key of this.#keysIn(this.#first.own)) {
      this.#setOwn(key, null);
      this.withdrawn.add(key);
    }
  }

  #keysIn(attributes: Attributes): string[] {
    return Object.keys(attributes).filter((name) => this.#undoing.suggestions?.has(name));
  }

  /** @returns of each character whether it is one of these */
  #isThere(ranges: readonly IdRun[]): boolean[] {
    const those = Array.from({ length: this.#first.text.length }, () => false);
    for (const { at, length, isThere } of findCharacters(this.#ytext, ranges)) {
      if (isThere) those.fill(true, at, at + length);
    }
    return those;
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
    const exchanges = exchangesIn(this.#ytext, doing).map((one) => this.#withoutStanding(smallest(this.#first, one)));
    for (const one of exchanges.toReversed()) this.#exchange(now, one, onReturned);
    return exchanges;
  }

  /** Without what somebody has put there since: words that stand there already would stand there twice. */
  #withoutStanding({ at, remove, words }: Exchange): Exchange {
    let [from, until] = [at, at + remove];
    while (from > 0 && this.#later[from - 1]) from -= 1;
    while (this.#later[until]) until += 1;
    const isNew = (_: number, place: number) => this.#later[from + place] === true;
    const text = words.map((word) => word.text).join('');
    const standing = standingWords(text, this.#first.text.slice(from, until), isNew, RUN_MIN);
    let start = 0;
    const rest = [...standing, { from: text.length, length: 0 }].flatMap((run) => {
      const part = cut(words, start, run.from);
      start = run.from + run.length;
      return part;
    });
    return { at, remove, words: rest };
  }

  #exchange(now: AttributedText, { at, remove, words }: Exchange, onReturned: OnReturned): void {
    const [left, right] = [attributesAt(now, at - 1), attributesAt(now, at + remove)];
    // Words that come back into the midst of what somebody has marked since belong to it; what is taken back had its own marks.
    const around = this.#undoing.suggestions ? aroundOf(left, right) : {};
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

/** In pieces of which either all or none are so. */
function splitBy({ at, length, attributes }: Piece, isSo: (at: number) => boolean): Piece[] {
  const parts: Piece[] = [];
  for (let place = at; place < at + length; place += 1) {
    const last = parts.at(-1);
    if (last && isSo(last.at) === isSo(place)) last.length += 1;
    else parts.push({ at: place, length: 1, attributes });
  }
  return parts;
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
  how: Undoing,
  onReturned: OnReturned = () => undefined,
): Undone {
  const undoing = new AnswerUndoing(ytext, how);
  undoing.withdrawSuggestions(doing);
  undoing.undoLooks(doing);
  const exchanges = undoing.exchange(doing, onReturned);
  const { inverse, withdrawn } = undoing;
  return {
    removed: exchanges.reduce((sum, { remove }) => sum + remove, 0),
    returned: exchanges.reduce((sum, { words }) => words.reduce((all, { text }) => all + text.length, sum), 0),
    reformatted: inverse.reformatted.reduce((sum, { length }) => sum + length, inverse.own.length),
    suggestions: withdrawn.size,
    inverse,
  };
}
