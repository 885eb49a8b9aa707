// The smallest replacements that turn one text into another, placed where the caret says that it happened: an "a" typed in
// the middle of "aaaa" must be inserted there, because a colleague may be typing beside it. Pure.

/** `remove` characters at `at` of the old text give way to `insert`, which is at `to` of the new one. */
export interface Splice {
  at: number;
  remove: number;
  insert: string;
  to: number;
}

/** Tokens on each side; above it the table of common words would cost more than it saves. */
const TOKENS_MAX = 400;

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

function commonSuffix(a: string, b: string): number {
  const max = Math.min(a.length, b.length);
  let at = 0;
  while (at < max && a.charCodeAt(a.length - 1 - at) === b.charCodeAt(b.length - 1 - at)) at += 1;
  return at;
}

const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value));

/**
 * Where a pure insertion or deletion among equal characters happened. Line ends slide to the right, so that a block keeps
 * its own and the new block gets the new one; everything else goes to the caret.
 */
function slide(changed: string, min: number, max: number, byCaret: number | null): number {
  if (byCaret === null || changed.includes('\n')) return max;
  return clamp(byCaret, min, max);
}

/** @param caret offset in `after`, null when unknown @returns in order; empty when nothing changed */
export function diffText(before: string, after: string, caret: number | null): Splice[] {
  if (before === after) return [];
  const prefix = commonPrefix(before, after);
  const suffix = commonSuffix(before, after);
  const shorter = Math.min(before.length, after.length);
  let start = prefix;
  if (prefix + suffix >= shorter) {
    const grown = after.length - before.length;
    const changed = grown > 0 ? after.slice(prefix, prefix + grown) : before.slice(prefix, prefix - grown);
    start = slide(changed, shorter - suffix, prefix, caret === null ? null : grown > 0 ? caret - grown : caret);
  }
  while (isInsidePair(before, start) || isInsidePair(after, start)) start -= 1;
  let tail = Math.min(suffix, shorter - start);
  while (tail > 0 && (isInsidePair(before, before.length - tail) || isInsidePair(after, after.length - tail)))
    tail -= 1;
  const removed = before.slice(start, before.length - tail);
  const inserted = after.slice(start, after.length - tail);
  return refine({ at: start, remove: removed.length, insert: inserted, to: start }, removed);
}

/** Words and lines that a replacement kept are kept: several replacements in one paragraph do not rewrite what is between. */
function refine(splice: Splice, removed: string): Splice[] {
  if (!removed || !splice.insert) return [splice];
  const [old, fresh] = [tokens(removed), tokens(splice.insert)];
  if (old.length < 3 || fresh.length < 3 || old.length > TOKENS_MAX || fresh.length > TOKENS_MAX) return [splice];
  const splices: Splice[] = [];
  let open: Splice = { ...splice, remove: 0, insert: '' };
  const close = (at: number, to: number) => {
    if (open.remove > 0 || open.insert) splices.push(open);
    open = { at, remove: 0, insert: '', to };
  };
  let [at, to] = [splice.at, splice.to];
  for (const step of align(old, fresh)) {
    if (step.isKept) {
      at += step.text.length;
      to += step.text.length;
      close(at, to);
    } else if (step.isOld) {
      open.remove += step.text.length;
      at += step.text.length;
    } else {
      open.insert += step.text;
      to += step.text.length;
    }
  }
  close(at, to);
  return splices;
}

const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}_]+|[^]/gu) ?? [];

/** Spaces and short words are everywhere: keeping them would only scatter the change. */
const isWorthKeeping = (token: string): boolean => token === '\n' || token.length >= 3;

interface Step {
  text: string;
  isKept: boolean;
  isOld: boolean;
}

/** Longest common subsequence of the tokens worth keeping. */
function align(old: readonly string[], fresh: readonly string[]): Step[] {
  const width = fresh.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  const isSame = (i: number, j: number): boolean => old[i] === fresh[j] && isWorthKeeping(old[i] ?? '');
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && isSame(i, j)) {
      steps.push({ text: old[i] ?? '', isKept: true, isOld: true });
      i += 1;
      j += 1;
    } else if (i < old.length && (j >= fresh.length || at(i + 1, j) >= at(i, j + 1))) {
      steps.push({ text: old[i] ?? '', isKept: false, isOld: true });
      i += 1;
    } else {
      steps.push({ text: fresh[j] ?? '', isKept: false, isOld: false });
      j += 1;
    }
  }
  return steps;
}
