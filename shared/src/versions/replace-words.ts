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

/** Two that have one key are the same. */
export interface WordToken {
  text: string;
  key: string;
}

const textOf = (tokens: readonly WordToken[]): string => tokens.map(({ text }) => text).join('');

const tokensOf = (text: string): WordToken[] => wordsAndSigns(text).map((word) => ({ text: word, key: word }));

/** @returns in order, with something that stays between any two of them */
export const replaceWords = (before: string, after: string): Replacement[] =>
  replaceTokens(tokensOf(before), tokensOf(after));

/** As `replaceWords`, where the same words are not always the same. */
export function replaceTokens(before: WordToken[], after: WordToken[]): Replacement[] {
  const comparator = (one: WordToken, other: WordToken) => one.key === other.key;
  const parts = diffArrays(before, after, { comparator, maxEditLength: EDITS_MAX });
  if (!parts) return [{ at: 0, remove: textOf(before).length, insert: textOf(after), to: 0 }];
  const replacements: Replacement[] = [];
  let [at, to] = [0, 0];
  let open: Replacement | null = null;
  for (const part of parts) {
    const text = textOf(part.value);
    if (part.added || part.removed) {
      if (!open) replacements.push((open = { at, remove: 0, insert: '', to }));
      if (part.removed) open.remove += text.length;
      else open.insert += text;
    } else open = null;
    if (!part.added) at += text.length;
    if (!part.removed) to += text.length;
  }
  return replacements;
}
