// The plan of a version beside the plan of now.
import { expect, test } from 'vitest';
import type { FieldValue } from '../document.ts';
import { comparePlans } from './baseline.ts';
import { readWorkplan } from './workplan.ts';

const planOf = (fields: Record<string, FieldValue>, startDate: string | null = '2027-09-01') => ({
  workplan: readWorkplan(new Map(Object.entries(fields))),
  startDate,
});

const wp = (id: string, from?: number, to?: number): Record<string, FieldValue> => ({
  [`${id}/kind`]: 'wp',
  [`${id}/title`]: `Title of ${id}`,
  ...(from !== undefined && { [`${id}/from`]: from }),
  ...(to !== undefined && { [`${id}/to`]: to }),
});

test.each([
  ['the same months', [3, 6], [3, 6], [0, 0]],
  ['ends later', [3, 6], [3, 8], [0, 2]],
  ['begins earlier and ends earlier', [3, 6], [1, 4], [-2, -2]],
  ['ends that were the wrong way round', [6, 3], [3, 6], [0, 0]],
] as const)('months are compared with what they were: %s', (_, was, is, slip) => {
  const { slips, gone } = comparePlans(planOf(wp('a', ...was)), planOf(wp('a', ...is)));
  expect(slips.get('a')).toMatchObject({ startMonths: slip[0], endMonths: slip[1], isNew: false });
  expect(gone).toEqual([]);
});

test('what has no months on one of the sides has not slipped, and what was not there is new', () => {
  const { slips } = comparePlans(
    planOf({ ...wp('a'), ...wp('b', 1, 2) }),
    planOf({ ...wp('a', 1, 2), ...wp('b', 1), ...wp('c', 4, 5) }),
  );
  expect(slips.get('a')).toEqual({ was: null, startMonths: null, endMonths: null, isNew: false });
  expect(slips.get('b')).toEqual({ was: { from: 1, to: 2 }, startMonths: null, endMonths: null, isNew: false });
  expect(slips.get('c')).toEqual({ was: null, startMonths: null, endMonths: null, isNew: true });
});

test('a point has one month, and what was removed since is listed with the number that it had', () => {
  const then = { ...wp('a', 1, 12), 'm/kind': 'milestone', 'm/wp': 'a', 'm/month': 5, 'm/title': 'Kick-off' };
  const { slips, gone } = comparePlans(planOf(then), planOf({ ...then, 'a/deleted': true, 'm/month': 7 }));
  expect(slips.get('m')).toMatchObject({ was: { from: 5, to: 5 }, startMonths: 2, endMonths: 2 });
  expect(gone.map(({ number, title }) => [number, title])).toEqual([['WP1', 'Title of a']]);
});

test('a version without a plan makes everything new', () => {
  const { slips, gone } = comparePlans(planOf({}), planOf(wp('a', 1, 2)));
  expect([...slips.values()].map(({ isNew }) => isNew)).toEqual([true]);
  expect(gone).toEqual([]);
});

test.each([
  ['2027-09-01', '2027-12-01', 3],
  ['2027-12-15', '2028-01-01', 1],
  ['2027-09-01', '2026-09-01', -12],
  [null, '2027-09-01', null],
  ['2027-09-01', null, null],
])('a start that was %s and is %s has slipped by %s', (was, is, months) => {
  expect(comparePlans(planOf({}, was), planOf({}, is)).startSlipMonths).toBe(months);
});
