// The board of what is still missing, as plain values: how far each organisation is with each group of items, and who is late.
import type { IntakeItem, ItemGroup, ItemState } from '@adagia/shared/intake/intake-items';
import { isOpen } from '@adagia/shared/intake/intake-items';
import type { OrganisationItems } from './use-items.ts';

export const itemGroups: readonly ItemGroup[] = ['data', 'representative', 'contact', 'text', 'projects', 'document'];

export interface BoardCell {
  group: ItemGroup;
  /** null: nothing of it is asked. */
  state: ItemState | null;
  done: number;
  total: number;
}

export interface BoardRow extends OrganisationItems {
  cells: BoardCell[];
  open: number;
  isLate: boolean;
}

function stateOf(asked: readonly IntakeItem[]): ItemState {
  if (asked.every(({ state }) => state === 'done')) return 'done';
  return asked.every(({ state }) => state === 'missing') ? 'missing' : 'begun';
}

function cellOf(group: ItemGroup, items: readonly IntakeItem[]): BoardCell {
  const all = items.filter((item) => item.group === group);
  const asked = all.filter(({ state }) => state !== 'not-needed');
  const done = asked.filter(({ state }) => state === 'done').length;
  if (all.length === 0) return { group, state: null, done, total: 0 };
  return { group, state: asked.length === 0 ? 'not-needed' : stateOf(asked), done, total: asked.length };
}

/** The day that it is in Brussels, 'YYYY-MM-DD'. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(Date.now());

/** Something is still missing after its day. */
export function isLateOn(day: string, { items, dueOn }: Pick<OrganisationItems, 'items' | 'dueOn'>): boolean {
  return dueOn !== '' && dueOn < day && items.some(isOpen);
}

/** @param day 'YYYY-MM-DD', today */
export function boardRows(organisations: readonly OrganisationItems[], day: string): BoardRow[] {
  return organisations.map((one) => {
    const open = one.items.filter(isOpen).length;
    const cells = itemGroups.map((group) => cellOf(group, one.items));
    return { ...one, cells, open, isLate: isLateOn(day, one) };
  });
}

export type BoardFilter = 'all' | 'open' | 'late';

export function filterRows(rows: readonly BoardRow[], filter: BoardFilter, group: ItemGroup | ''): BoardRow[] {
  const isGroupOpen = ({ items }: BoardRow) => items.some((item) => item.group === group && isOpen(item));
  return rows
    .filter(({ open, isLate }) => filter === 'all' || (filter === 'open' ? open > 0 : isLate))
    .filter((row) => group === '' || isGroupOpen(row));
}
