// An answer's text as people read it, with live references in their words of today, and the way back to the text that is kept: for
// finding words, which may begin in one and end behind it.
import { mayRefer, SIGNS } from '@adagia/shared/text/references';
import type * as Y from 'yjs';
import type { Match } from './find-matches.ts';
import { readableText } from './reference-words.ts';

interface Piece extends Match {
  /** Of the readable text. */
  shownAt: number;
  shownLength: number;
  isReference: boolean;
}

export interface ReadableAnswer {
  text: string;
  /** @returns the stretch of the Y.Text; with all of a reference of which some is meant */
  toText(shown: Match): Match & { isFixed: boolean };
}

export function readableAnswer(ytext: Y.Text): ReadableAnswer {
  const kept = ytext.toJSON();
  if (!mayRefer(kept)) return { text: kept, toText: (match) => ({ ...match, isFixed: false }) };
  const pieces: Piece[] = [];
  let text = '';
  let at = 0;
  for (const part of kept.split(SIGNS)) {
    const words = readableText(ytext, part);
    const isReference = words !== part;
    pieces.push({ at, length: part.length, shownAt: text.length, shownLength: words.length, isReference });
    text += words;
    at += part.length;
  }
  return { text, toText: (shown) => toText(pieces, shown) };
}

function toText(pieces: readonly Piece[], { at, length }: Match): Match & { isFixed: boolean } {
  const end = at + length;
  const touched = pieces.filter((one) => one.shownAt < end && one.shownAt + one.shownLength > at);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return { at: 0, length: 0, isFixed: true };
  const from = first.isReference ? first.at : first.at + at - first.shownAt;
  const until = last.isReference ? last.at + last.length : last.at + end - last.shownAt;
  return { at: from, length: until - from, isFixed: touched.some((one) => one.isReference) };
}
