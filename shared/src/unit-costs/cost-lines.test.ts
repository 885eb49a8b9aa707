// A complete project of unit costs, computed by hand and by the product, to the cent.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../assert.ts';
import { ruleContext } from '../budget/rule.ts';
import { ka2LegacyIn2020 } from '../programme/ka2-legacy-2020.ts';
import { bandOf, costLines, type HeadingId, partOf, supportFor } from './cost-lines.ts';
import { handbook } from './handbook.fixture.ts';
import { quantityIn, quantityKey } from './quantities.ts';
import { grantCeiling } from './unit-cost-rules.ts';

const costs = must(ka2LegacyIn2020.unitCosts);

describe('the handbook project, by hand', () => {
  const { budget, lines } = ruleContext(handbook());
  const headingCents = (heading: HeadingId) => budget.rows.find(({ id }) => id === heading)?.total ?? 0;
  const objectCents = (id: string) =>
    budget.rows.flatMap(({ activities }) => activities).find((row) => row.id === id)?.total;

  it('management: 24 months of 500, and of 250 for each of two partners', () => {
    expect(headingCents('management')).toBe(12_000_00 + 6_000_00 + 6_000_00);
  });

  it('meetings: by participant and band, of which 1,999 km is the near and 2,000 km the far one', () => {
    expect(objectCents('T1')).toBe(2 * 575_00 + 2 * 760_00);
    expect(objectCents('T2')).toBe(2 * 760_00 + 1 * 575_00);
    expect(headingCents('meetings')).toBe(4_765_00);
  });

  it('outputs: days by the group of the country and the category', () => {
    const greece = 40 * 137_00 + 10 * 102_00;
    const romania = 30 * 74_00;
    const germany = 20 * 214_00 + 5 * 162_00;
    expect(objectCents('O1')).toBe(greece + romania + germany);
    expect(headingCents('outputs')).toBe(13_810_00);
  });

  it('events: 30 local participants and 5 from abroad', () => {
    expect(headingCents('events')).toBe(3_000_00 + 1_000_00);
  });

  it('trainings: travel by band, support by day with the lower rate from day 15 on, linguistic support', () => {
    const staffOfP1 = 3 * 275_00 + 3 * 5 * 106_00;
    const travelOfP3 = 3 * 180_00;
    const learnersOfP3 = 2 * (14 * 58_00 + 2 * 42_00);
    const accompanyingOfP3 = 14 * 106_00 + 2 * 74_00;
    expect(objectCents('A1')).toBe(staffOfP1 + travelOfP3 + learnersOfP3 + accompanyingOfP3);
    expect(objectCents('A2')).toBe(530_00 + (14 * 58_00 + 46 * 42_00) + 150_00);
    expect(headingCents('trainings')).toBe(6_379_00 + 3_424_00);
  });

  it('real costs: 75 %, 80 % and all of them, down to the cent', () => {
    // 1,234.57 at 75 % is 925.9275; 333.33 at 80 % is 266.664; 200.00 at 75 % is 150.00.
    expect(headingCents('exceptional')).toBe(925_92 + 266_66 + 150_00);
    expect(headingCents('special_needs')).toBe(480_55);
  });

  it('in all 58,201.13 euro, and by organisation', () => {
    expect(budget.total).toBe(58_201_13);
    expect([...budget.organisationTotals]).toEqual([
      ['P1', 23_510_92],
      ['P2', 17_635_66],
      ['P3', 17_054_55],
    ]);
    expect(lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(58_201_13);
  });
});

describe('rates', () => {
  it('of distance: the ends of each band belong to it, and nothing is below the first', () => {
    const eur = (km: number) => (bandOf(costs.trainings.travel, km)?.rate.value ?? 0) / 100;
    expect([0, 9, 10, 99, 100, 499, 500, 1999, 2000, 2999, 3000, 3999, 4000, 7999, 8000, 19_999].map(eur)).toEqual([
      0, 0, 20, 20, 180, 180, 275, 275, 360, 360, 530, 530, 820, 820, 1500, 1500,
    ]);
    expect(bandOf(costs.meetings, 99)).toBeNull();
  });

  it('of stays: day 14 is the last of the first rate', () => {
    const { staff } = costs.trainings;
    expect([0, 1, 14, 15, 60].map((days) => supportFor(days, staff) / 100)).toEqual([0, 106, 1484, 1558, 4888]);
  });

  it('of management: no more than ten organisations and 2,750 euro a month', () => {
    const twelve = Array.from({ length: 12 }, (_, index) => ({
      id: `P${index + 1}`,
      country: 'EL',
      role: index === 0 ? 'applicant' : 'partner',
    }));
    const lines = costLines({ costs, duration: 1, organisations: twelve, activities: [], quantity: () => 0 });
    expect(lines).toHaveLength(10);
    expect(lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(2_750_00);
  });

  it('of the grant: 12,500 a month, and never more than 450,000', () => {
    expect([6, 24, 36, 37].map((months) => grantCeiling(costs, months) / 100)).toEqual([
      75_000, 300_000, 450_000, 450_000,
    ]);
  });

  it('never pay more than the real cost, nor lose a cent of what is whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), fc.constantFrom(0, 0.3, 0.75, 0.8, 1), (cents, rate) => {
        const part = partOf(cents, rate);
        expect(Number.isInteger(part)).toBe(true);
        expect(part).toBeLessThanOrEqual(cents * rate + 1e-4);
        expect(part).toBeGreaterThan(cents * rate - 1);
      }),
    );
  });
});

it('follows a quantity at once, and counts nothing of an associated partner or a removed activity', () => {
  const example = handbook();
  const total = () => ruleContext(example).budget.total;
  example.budget.set(quantityKey('E1', 'P2', 'local'), 31);
  expect(total()).toBe(58_301_13);
  expect(quantityIn(example.budget, 'E1', 'P2', 'local')).toBe(31);
  example.plan.set('E1/deleted', true);
  expect(total()).toBe(54_201_13);
  example.organisations = example.organisations.map((one) => (one.id === 'P3' ? { ...one, role: 'associated' } : one));
  expect(total()).toBe(54_201_13 - 17_054_55);
});
