// The smallest replacement that turns one text into another, placed where the caret says that it happened: typing an "a" in
// the middle of "aaaa" must insert there, because a colleague may be typing beside it.

export interface Splice {
  at: number;
  remove: number;
  insert: string;
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** True between the halves of a surrogate pair: a cut there would turn both into replacement characters. */
const isInsidePair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

function commonPrefix(a: string, b: string): number {
  const max = Math.min(a.length, b.length);
  let at = 0;
  while (at < max && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

function commonSuffix(a: string, b: string, max: number): number {
  let at = 0;
  while (at < max && a.charCodeAt(a.length - 1 - at) === b.charCodeAt(b.length - 1 - at)) at += 1;
  return at;
}

const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value));

/** @param caret offset in `after`, null when unknown @returns null when nothing changed */
export function diffText(before: string, after: string, caret: number | null): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  const prefixMax = commonPrefix(before, after);
  const suffixMax = commonSuffix(before, after, shorter);
  let start = prefixMax;
  if (prefixMax + suffixMax > shorter) {
    // A pure insertion or deletion among equal characters: several places would do.
    const grown = Math.max(0, after.length - before.length);
    start = clamp(caret === null ? prefixMax : caret - grown, shorter - suffixMax, prefixMax);
  }
  while (isInsidePair(before, start) || isInsidePair(after, start)) start -= 1;
  let tail = Math.min(suffixMax, shorter - start);
  while (tail > 0 && (isInsidePair(before, before.length - tail) || isInsidePair(after, after.length - tail)))
    tail -= 1;
  return { at: start, remove: before.length - tail - start, insert: after.slice(start, after.length - tail) };
}
