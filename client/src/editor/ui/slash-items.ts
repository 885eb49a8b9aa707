// What the menu behind "/" offers, and how typing filters it.
import type { BlockKind } from '@adagia/shared/text/blocks';

export const slashNames = [
  'paragraph',
  'h1',
  'h2',
  'h3',
  'bullet',
  'number',
  'quote',
  'reference',
  'link',
  'softBreak',
  'comment',
] as const;
export type SlashName = (typeof slashNames)[number];

export interface SlashItem {
  name: SlashName;
  label: string;
  /** Other words for it. */
  words: string;
}

export const isKind = (name: SlashName): name is SlashName & BlockKind =>
  name !== 'reference' && name !== 'link' && name !== 'softBreak' && name !== 'comment';

/** @returns the query behind a "/" at the start of a line, null where there is none. */
export function slashQuery(lineBeforeCaret: string): string | null {
  return /^\/([^\s/]{0,24})$/u.exec(lineBeforeCaret)?.[1] ?? null;
}

/** Those whose words begin with the query come first. */
export function filterSlashItems(items: readonly SlashItem[], query: string): SlashItem[] {
  const wanted = query.toLocaleLowerCase();
  const rank = ({ label, words }: SlashItem): number => {
    const all = `${label} ${words}`.toLocaleLowerCase();
    if (all.split(' ').some((word) => word.startsWith(wanted))) return 0;
    return all.replaceAll(' ', '').includes(wanted) ? 1 : 2;
  };
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter((one) => one.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map((one) => one.item);
}
