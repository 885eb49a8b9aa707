import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { staffCategorySchema } from './staff-categories.ts';
import { lineCents, parseDays, workingResult } from './workings.ts';

test('days times rates, to the cent; what has no rate is named', () => {
  const days = { manager: 250, teacher: 1000, technician: 33 };
  expect(workingResult({ days }, { manager: 32_000, teacher: 21_450 })).toEqual({
    cents: 80_000 + 214_500,
    missing: ['technician'],
  });
  expect(workingResult({ days: {} }, {})).toEqual({ cents: 0, missing: [] });
});

test('a part of a day is rounded to the nearest cent', () => {
  expect([lineCents(33, 10_001), lineCents(50, 1), lineCents(25, 1)]).toEqual([3300, 1, 0]);
});

test.each([
  ['2,5', 250],
  ['2.5', 250],
  [' 12 ', 1200],
  ['', null],
  ['0', null],
  ['0.25', 25],
  ['1.234,5', undefined],
  ['-1', undefined],
  ['3.333', undefined],
  ['999999', undefined],
])('%s days', (text, hundredths) => {
  expect(parseDays(text)).toBe(hundredths);
});

test('a result is whole cents, whatever the days and rates', () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  const some = fc.dictionary(fc.constantFrom(...staffCategorySchema.options), amount);
  fc.assert(
    fc.property(some, some, (days, rates) => {
      const { cents, missing } = workingResult({ days }, rates);
      expect(Number.isSafeInteger(cents) && cents >= 0).toBe(true);
      expect(missing.every((one) => one in days && !(one in rates))).toBe(true);
    }),
  );
});
