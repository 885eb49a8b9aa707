// What the menu behind "@" offers, and how typing filters it. Pure but for the words of the interface.
import type { ReferenceTarget } from '@adagia/shared/references/reference-targets';
import type { MenuItem } from './use-menu-keys.ts';

export interface ReferenceItem extends MenuItem {
  target: ReferenceTarget;
}

/** More than that nobody reads: they type another letter. */
export const ITEMS_MAX = 12;
/** Characters and words of a query; with more it is a sentence that has an @ in it. */
const QUERY = /(?:^|[\s([/„“"'’«–—-])@((?:[^\s@]{1,40}(?: [^\s@]{1,40}){0,3} ?)?)$/u;

/** @returns the query behind an "@" that begins a word, null where there is none: an address is no reference */
export function referenceQuery(lineBeforeCaret: string): string | null {
  return QUERY.exec(lineBeforeCaret)?.[1] ?? null;
}

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('und');

/** Numbers and names first: that is what is asked for most. */
const FIRST = new Set(['number', 'name', 'total', 'acronym']);

/** 0 is best; null: does not match. */
function rankOf({ label, detail = '', target }: ReferenceItem, words: readonly string[]): number | null {
  const all = plain(`${label} ${detail} ${target.aspect.replace('_', ' ')}`).split(/[\s:·,]+/);
  if (!words.every((word) => all.some((one) => one.startsWith(word)))) return null;
  const isExact = words.length > 0 && plain(target.text) === words.join(' ');
  const startsNumber = words.length > 0 && all[0]?.startsWith(words[0] ?? '');
  return (isExact ? 0 : startsNumber ? 1 : 2) + (FIRST.has(target.aspect) ? 0 : 3);
}

export function filterReferences(items: readonly ReferenceItem[], query: string): ReferenceItem[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return items
    .map((item) => ({ item, rank: rankOf(item, words) }))
    .filter((one): one is { item: ReferenceItem; rank: number } => one.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, ITEMS_MAX)
    .map((one) => one.item);
}
