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
/** Characters on each side, for the same reason. */
const PART_MAX = 500;

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
  if (removed.includes('\n') && inserted.includes('\n')) return refineLines(before, after, start, tail);
  return refineWords({ at: start, remove: removed.length, insert: inserted, to: start }, removed);
}

/**
 * Whole lines that are still there stay, then words within the others. A block that was moved ends perhaps as the one does that it
 * passed: what both begin and end with must not cut a line in two.
 */
function refineLines(before: string, after: string, start: number, tail: number): Splice[] {
  const from = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1;
  const end = before.indexOf('\n', before.length - tail);
  const until = end < 0 ? 0 : before.length - end;
  const removed = before.slice(from, before.length - until);
  const splice = { at: from, remove: removed.length, insert: after.slice(from, after.length - until), to: from };
  return refineBy(LINES, splice, removed).flatMap((part) => {
    const old = removed.slice(part.at - from, part.at - from + part.remove);
    const isWhole = old.includes('\n') && part.insert.includes('\n');
    const parts = isWhole ? refineWords(part, old) : diffText(old, part.insert, null);
    return isWhole ? parts : parts.map((one) => ({ ...one, at: part.at + one.at, to: part.to + one.to }));
  });
}

/** Words that a replacement kept are kept: several replacements do not rewrite what is between them. */
function refineWords(splice: Splice, removed: string): Splice[] {
  return refineBy(WORDS, splice, removed).flatMap((piece) => {
    const at = piece.at - splice.at;
    return keepCommonPart(piece, removed.slice(at, at + piece.remove));
  });
}

/** Two changes within one long word, or in a script that has no spaces: what is most of both stays. */
function keepCommonPart(splice: Splice, removed: string): Splice[] {
  const { at, to, insert } = splice;
  if (removed.length > PART_MAX || insert.length > PART_MAX) return [splice];
  const { old, fresh, length } = longestCommonPart(removed, insert);
  if (length < 2 || length * 2 < Math.min(removed.length, insert.length)) return [splice];
  const behind = { at: at + old + length, remove: removed.length - old - length };
  const before: Splice = { at, remove: old, insert: insert.slice(0, fresh), to };
  const after: Splice = { ...behind, insert: insert.slice(fresh + length), to: to + fresh + length };
  return [before, after].filter((part) => part.remove > 0 || part.insert);
}

function longestCommonPart(a: string, b: string): { old: number; fresh: number; length: number } {
  let best = { old: 0, fresh: 0, length: 0 };
  let above = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i += 1) {
    const row = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j += 1) {
      if (a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      const length = (above[j] ?? 0) + 1;
      row[j + 1] = length;
      if (length > best.length) best = { old: i - length + 1, fresh: j - length + 1, length };
    }
    above = row;
  }
  const start = best.old;
  // Whole characters only.
  if (isLow(a.charCodeAt(start))) best = { old: start + 1, fresh: best.fresh + 1, length: best.length - 1 };
  if (isHigh(a.charCodeAt(best.old + best.length - 1))) best = { ...best, length: best.length - 1 };
  return best;
}

interface Grain {
  tokens: RegExp;
  /** What it is worth to keep a token; 0 where keeping it would only scatter the change. */
  weightOf: (token: string) => number;
}

const LINES: Grain = { tokens: /[^\n]+|\n/g, weightOf: (line) => (line === '\n' ? 1 : line.length + 1) };
/** Spaces and short words are everywhere. */
const WORDS: Grain = {
  tokens: /[\p{L}\p{N}\p{M}_]+|[^]/gu,
  weightOf: (word) => (word === '\n' || word.length >= 3 ? word.length : 0),
};

function refineBy({ tokens, weightOf }: Grain, splice: Splice, removed: string): Splice[] {
  if (!removed || !splice.insert) return [splice];
  const [old, fresh] = [removed.match(tokens) ?? [], splice.insert.match(tokens) ?? []];
  if (old.length + fresh.length < 3 || old.length > TOKENS_MAX || fresh.length > TOKENS_MAX) return [splice];
  const splices: Splice[] = [];
  let open: Splice = { ...splice, remove: 0, insert: '' };
  const close = (at: number, to: number) => {
    if (open.remove > 0 || open.insert) splices.push(open);
    open = { at, remove: 0, insert: '', to };
  };
  let [at, to] = [splice.at, splice.to];
  for (const { text, side } of align(old, fresh, weightOf)) {
    if (side !== 'new') at += text.length;
    if (side !== 'old') to += text.length;
    if (side === 'old') open.remove += text.length;
    else if (side === 'new') open.insert += text;
    else close(at, to);
  }
  close(at, to);
  return splices;
}

interface Step {
  text: string;
  side: 'old' | 'new' | 'both';
}

/** The heaviest common subsequence. */
function align(old: readonly string[], fresh: readonly string[], weightOf: Grain['weightOf']): Step[] {
  const width = fresh.length + 1;
  const weights = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => weights[i * width + j] ?? 0;
  const common = (i: number, j: number): number => (old[i] === fresh[j] ? weightOf(old[i] ?? '') : 0);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const weight = common(i, j);
      weights[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), weight > 0 ? at(i + 1, j + 1) + weight : 0);
    }
  }
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const weight = i < old.length && j < fresh.length ? common(i, j) : 0;
    if (weight > 0 && at(i, j) === at(i + 1, j + 1) + weight) {
      steps.push({ text: old[i] ?? '', side: 'both' });
      i += 1;
      j += 1;
    } else if (i < old.length && (j >= fresh.length || at(i + 1, j) === at(i, j))) {
      steps.push({ text: old[i] ?? '', side: 'old' });
      i += 1;
    } else {
      steps.push({ text: fresh[j] ?? '', side: 'new' });
      j += 1;
    }
  }
  return steps;
}
