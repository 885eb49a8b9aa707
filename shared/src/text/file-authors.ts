// People whose suggestions came in with a file. A file says a name and no account, and could say any name: so what it brings is never
// under the name of somebody who is here, but under an author of its own, whose id says the name; and, where a person brought it into a
// proposal that was there already, who did, because somebody here answers for every suggestion. It stays readable, and goes out again
// as it came in.
import { AUTHOR_ID_MAX } from './suggestions.ts';

/** Ids of accounts have no '-', and an escaped name has one only behind a '_'. */
const PREFIX = 'file-';
const BROUGHT = /^file-by-([A-Za-z0-9_]+)-/;
const CODE_POINT_MAX = 0x10_ff_ff;

export const isFileAuthor = (author: string): boolean => author.startsWith(PREFIX);

const escaped = (sign: string): string =>
  /^[A-Za-z0-9]$/.test(sign) ? sign : `_${(sign.codePointAt(0) ?? 0).toString(36)}-`;

/**
 * A name that is too long for a key is cut, at a character.
 * @param broughtBy account of who brought the file; null for the server, with a whole proposal
 */
export function fileAuthor(name: string, broughtBy: string | null = null): string {
  let id = broughtBy === null ? PREFIX : `${PREFIX}by-${broughtBy}-`;
  for (const sign of name) {
    const next = id + escaped(sign);
    if (next.length > AUTHOR_ID_MAX) break;
    id = next;
  }
  return id;
}

/** @returns the account that answers for what this author suggests: their own, or of who brought the file; '' for nobody's */
export function answersFor(author: string): string {
  return isFileAuthor(author) ? (BROUGHT.exec(author)?.[1] ?? '') : author;
}

/** @returns the name that the file said, '' where it said none; null for an account's id */
export function nameOfFileAuthor(author: string): string | null {
  if (!isFileAuthor(author)) return null;
  const name = author.replace(BROUGHT, PREFIX).slice(PREFIX.length);
  return name.replaceAll(/_([0-9a-z]{1,4})-/g, (_, code: string) => {
    const point = Number.parseInt(code, 36);
    return point <= CODE_POINT_MAX ? String.fromCodePoint(point) : '';
  });
}
