// Where words stand in a text. Pure. Letters of either case match each other unless told otherwise; a space matches every
// kind of space and soft breaks, since nobody can tell them apart.

export interface Match {
  /** Offset in the text of the Y.Text. */
  at: number;
  length: number;
}

/** More are neither drawn nor listed: the machine stays quick when somebody looks for "e". */
export const MATCHES_MAX = 2000;

export function findMatches(text: string, query: string, isCaseSensitive = false): Match[] {
  const pattern = queryPattern(query, isCaseSensitive);
  if (!pattern) return [];
  const matches: Match[] = [];
  for (const match of text.matchAll(pattern)) {
    matches.push({ at: match.index, length: match[0].length });
    if (matches.length >= MATCHES_MAX) break;
  }
  return matches;
}

function queryPattern(query: string, isCaseSensitive: boolean): RegExp | null {
  if (query === '') return null;
  const escaped = query
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`)
    .replace(/[ \u00a0]/g, '[ \\u00a0\\u2028\\u2009\\u202f]');
  return new RegExp(escaped, isCaseSensitive ? 'gu' : 'giu');
}

export interface Context {
  before: string;
  match: string;
  after: string;
}

/** Characters of a line around a match: enough to recognise the place. */
const AROUND = 40;

export function contextOf(text: string, { at, length }: Match): Context {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at + length);
  const from = Math.max(lineStart, at - AROUND);
  const until = Math.min(lineEnd < 0 ? text.length : lineEnd, at + length + AROUND);
  return {
    before: (from > lineStart ? '…' : '') + text.slice(from, at).toWellFormed(),
    match: text.slice(at, at + length),
    after: text.slice(at + length, until).toWellFormed() + (until < (lineEnd < 0 ? text.length : lineEnd) ? '…' : ''),
  };
}
