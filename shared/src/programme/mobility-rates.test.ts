// The rates of mobility as they were collected: whole, in their form, and for every country of the programme.
import { expect, test } from 'vitest';
import { countries, statusIn } from './countries.ts';
import { mobilityGroupOf, mobilityRates, mobilityRatesSchema } from './mobility-rates.ts';

test('have their form', () => {
  expect(mobilityRatesSchema.parse(mobilityRates)).toEqual(mobilityRates);
});

test('every country that takes part in 2026 is in one group, and no other one is', () => {
  const inGroups = mobilityRates.groups.flatMap((one) => one.countries.value);
  const taking = countries.filter((one) => statusIn(one, 2026) !== 'not_associated').map(({ code }) => code);
  expect(inGroups.toSorted()).toEqual(taking.toSorted());
  expect(['EL', 'NO', 'RO', 'UK'].map((code) => mobilityGroupOf(code)?.id ?? null)).toEqual(['2', '1', '3', null]);
});

test('travel goes from band to band without a gap, and never gets cheaper', () => {
  for (const [index, one] of mobilityRates.travel.slice(1).entries()) {
    const before = mobilityRates.travel[index]!;
    expect(one.fromKm).toBe((before.toKm ?? 0) + 1);
    expect(one.standard.value).toBeGreaterThan(before.standard.value);
    expect(one.green.value).toBeGreaterThanOrEqual(one.standard.value);
  }
});

test('a day costs less in each group than in the one before', () => {
  const days = mobilityRates.groups.flatMap(({ staffPerDay, pupilPerDay }) => [[staffPerDay.value, pupilPerDay.value]]);
  const lows = days.map((both) => both.map(({ fromCents }) => fromCents));
  expect(lows).toEqual([
    [107_00, 48_00],
    [95_00, 41_00],
    [84_00, 36_00],
  ]);
  for (const { fromCents, toCents } of days.flat()) expect(fromCents).toBeLessThan(toCents);
});
