import { describe, expect, it } from 'vitest';
import { monthAt } from './project-facts.ts';

describe('where a day lies on the axis', () => {
  it.each([
    ['the first day', '2026-11-01', new Date(2026, 10, 1), 1],
    ['the middle of a month', '2026-11-01', new Date(2026, 10, 16), 1.5],
    ['the next year', '2026-11-01', new Date(2027, 0, 1), 3],
    ['the last month', '2026-11-01', new Date(2028, 9, 1), 24],
    ['the day before', '2026-11-01', new Date(2026, 9, 31), null],
    ['the day after', '2026-11-01', new Date(2028, 10, 1), null],
    ['no start', null, new Date(2028, 10, 1), null],
  ])('%s', (_, start, day, month) => {
    expect(monthAt(start, day, 24)).toBe(month);
  });
});
