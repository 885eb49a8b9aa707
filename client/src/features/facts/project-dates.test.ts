import { expect, it } from 'vitest';
import { monthStart, projectEnd } from './project-dates.ts';

const iso = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? '';

it.each([
  ['2026-11-01', 24, '2028-10-31'],
  ['2026-12-31', 12, '2027-12-30'],
  ['2026-08-31', 6, '2027-02-27'],
  ['2028-02-29', 12, '2029-02-27'],
  ['', 24, ''],
  ['2026-13-01', 24, ''],
  ['2026-02-30', 24, ''],
  ['2026-11-01', 0, ''],
])('a project that begins on %j and takes %i months ends on %j', (start, months, end) => {
  expect(iso(projectEnd(start, months))).toBe(end);
});

it('begins each month on the day of the start', () => {
  expect(iso(monthStart('2026-11-15', 1))).toBe('2026-11-15');
  expect(iso(monthStart('2026-11-15', 4))).toBe('2027-02-15');
  expect(monthStart('', 4)).toBeNull();
});
