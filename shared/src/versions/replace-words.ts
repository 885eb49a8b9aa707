// The words that have to change so that one text becomes another. Pure.
import { diffArrays } from 'diff';
import { wordsAndSigns } from './words-and-signs.ts';

/** `remove` characters at `at` of the old text give way to `insert`, which is at `to` of the new one. */
export interface Replacement {
  at: number;
  remove: number;
  insert: string;
  to: number;
}

/** Edits beyond which the texts are taken for two different ones: the search for them is quadratic. */
const EDITS_MAX = 4000;

const sizeOf = (pieces: readonly string[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0);

/** @returns in order, with something that stays between any two of them */
export function replaceWords(before: string, after: string): Replacement[] {
  const parts = diffArrays(wordsAndSigns(before), wordsAndSigns(after), { maxEditLength: EDITS_MAX });
  if (!parts) return [{ at: 0, remove: before.length, insert: after, to: 0 }];
  const replacements: Replacement[] = [];
  let [at, to] = [0, 0];
  let open: Replacement | null = null;
  for (const part of parts) {
    const size = sizeOf(part.value);
    if (part.added || part.removed) {
      if (!open) replacements.push((open = { at, remove: 0, insert: '', to }));
      if (part.removed) open.remove += size;
      else open.insert += part.value.join('');
    } else open = null;
    if (!part.added) at += size;
    if (!part.removed) to += size;
  }
  return replacements;
}
