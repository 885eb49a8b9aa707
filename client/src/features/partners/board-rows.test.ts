import type { IntakeItem, ItemGroup, ItemState } from '@adagia/shared/intake/intake-items';
import { describe, expect, it } from 'vitest';
import { boardRows, filterRows } from './board-rows.ts';
import type { OrganisationItems } from './use-items.ts';

const item = (group: ItemGroup, state: ItemState, id: string = group): IntakeItem => ({
  id,
  group,
  state,
  lacks: [],
  question: null,
  kinds: [],
});
const organisation = (number: string, ...items: IntakeItem[]) =>
  ({ number, items, dueOn: '' }) as unknown as OrganisationItems;
const dueOn = (day: string) => [done, open].map((one) => ({ ...one, dueOn: day }));
const cell = (row: ReturnType<typeof boardRows>[number] | undefined, group: ItemGroup) =>
  row?.cells.find((one) => one.group === group);

const done = organisation(
  'P1',
  item('data', 'done'),
  item('text', 'done', 'text:a'),
  item('text', 'not-needed', 'text:b'),
);
const open = organisation(
  'P2',
  item('data', 'missing'),
  item('text', 'done', 'text:a'),
  item('text', 'missing', 'text:b'),
);

describe('the board', () => {
  it('puts the items of a group together', () => {
    const [first, second] = boardRows([done, open], '2026-01-01');
    expect(cell(first, 'text')).toEqual({ group: 'text', state: 'done', done: 1, total: 1 });
    expect(cell(second, 'text')).toEqual({ group: 'text', state: 'begun', done: 1, total: 2 });
    expect(cell(second, 'data')).toMatchObject({ state: 'missing' });
    expect(cell(second, 'document')).toMatchObject({ state: null });
    expect([first?.open, second?.open]).toEqual([0, 2]);
  });

  it('knows who is late: after the day, with something open', () => {
    const late = (today: string) => boardRows(dueOn('2026-02-01'), today).map(({ isLate }) => isLate);
    expect(late('2026-02-01')).toEqual([false, false]);
    expect(late('2026-02-02')).toEqual([false, true]);
    expect(boardRows([open], '2026-02-02')[0]?.isLate).toBe(false);
  });

  it('filters by what is open, late, and of which kind', () => {
    const rows = boardRows(dueOn('2026-02-01'), '2026-02-02');
    const numbers = (...by: ['all' | 'open' | 'late', ItemGroup | '']) =>
      filterRows(rows, ...by).map((row) => row.number);
    expect(numbers('all', '')).toEqual(['P1', 'P2']);
    expect(numbers('open', '')).toEqual(['P2']);
    expect(numbers('late', '')).toEqual(['P2']);
    expect(numbers('all', 'text')).toEqual(['P2']);
    expect(numbers('all', 'contact')).toEqual([]);
  });
});
