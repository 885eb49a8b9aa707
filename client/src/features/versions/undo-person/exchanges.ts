// What goes and what comes back at each place of an answer, once what somebody inserted and deleted is found in it: no more than differs.
// Writes nothing.
import type { AnswerTrace, Returned } from '@adagia/shared/versions/person-trace';
import type * as Y from 'yjs';
import { type AttributedText, type Attributes, piecesOf } from '../../../editor/binding/attributed-text.ts';
import { isComment } from '../../../editor/binding/write-changes.ts';
import { findCharacters } from './find-characters.ts';

export interface Word {
  text: string;
  attributes: Attributes;
  by: string | null;
}

/** One place: what goes there, from `at` on, and what comes back before it. */
export interface Exchange {
  at: number;
  remove: number;
  words: Word[];
}

/** @returns in the order of the text */
export function exchangesIn(
  ytext: Y.Text,
  { inserted, returned }: Pick<AnswerTrace, 'inserted' | 'returned'>,
): Exchange[] {
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

/** @returns of all their characters those from `from` up to `until` */
export function cut(words: readonly Word[], from: number, until: number): Word[] {
  let start = 0;
  return words.flatMap((word) => {
    const [begin, end] = [Math.max(from - start, 0), until - start];
    start += word.text.length;
    const text = word.text.slice(begin, Math.max(end, begin));
    return text ? [{ ...word, text }] : [];
  });
}

/** What they deleted and brought back themselves stays as it is. */
export function smallest(now: AttributedText, { at, remove, words }: Exchange): Exchange {
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
