// Replaces words in an answer with the smallest edits of its Y.Text: what a match and its replacement have in common stays,
// with its author, its comments and its format; what is new gets the format of the words that it replaces.
import { deleteCharacters } from '@adagia/shared/text/delete-characters';
import { insertCharacters } from '@adagia/shared/text/mark-characters';
import type * as Y from 'yjs';
import { EDITOR_ORIGIN } from '../../session/proposal-session.ts';
import { attributesAt, readAttributedText } from '../binding/attributed-text.ts';
import { answerUndoOf } from '../binding/undo.ts';
import type { Match } from './find-matches.ts';

const isHighHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** @returns lengths of what both begin and end with; no character of two units is cut. */
export function commonEnds(a: string, b: string): { start: number; end: number } {
  const max = Math.min(a.length, b.length);
  let start = 0;
  while (start < max && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  if (start > 0 && isHighHalf(a.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (end < max - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1;
  if (end > 0 && isLowHalf(a.charCodeAt(a.length - end))) end -= 1;
  return { start, end };
}

/**
 * @param matches in the order of the text, not overlapping
 * @param replacement one line
 * One step of undo of this person in this answer.
 * @returns the step; null where nothing is different
 */
export function replaceInText(ytext: Y.Text, matches: readonly Match[], replacement: string): object | null {
  const { doc } = ytext;
  if (!doc || matches.length === 0) return null;
  const undo = answerUndoOf(ytext);
  undo.stopCapturing();
  const last = undo.lastStep(null);
  const before = readAttributedText(ytext);
  doc.transact(() => {
    for (const { at, length } of matches.toReversed()) {
      const words = before.text.slice(at, at + length);
      const { start, end } = commonEnds(words, replacement);
      const inserted = replacement.slice(start, replacement.length - end);
      const removed = length - start - end;
      const from = at + start;
      // What is replaced says the format; where nothing is, the character before.
      const format = attributesAt(before, removed > 0 || start === 0 ? from : from - 1);
      if (removed > 0) deleteCharacters(ytext, from, removed);
      if (inserted) insertCharacters(ytext, from, inserted, format);
    }
  }, EDITOR_ORIGIN);
  undo.stopCapturing();
  const step = undo.lastStep(null);
  return step === last ? null : step;
}
