import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handbook } from '../unit-costs/handbook.fixture.ts';
import { budgetCell } from './budget-cells.ts';
import { budgetByYear } from './by-year.ts';
import { nextdoor, streetnotes } from './examples.fixture.ts';
import { ruleContext } from './rule.ts';

const byYear = (input: Parameters<typeof ruleContext>[0], start: string | null) => {
  const { budget, workplan } = ruleContext(input);
  return { total: budget.total, ...budgetByYear(budget, workplan, start) };
};

describe('the budget by year', () => {
  it('puts each amount on the months of its work', () => {
    const { years, undated } = byYear(streetnotes(), '2026-11-01');
    // By hand: A2 (M1 to M2) is 2026 alone; of A1 (M1 to M18, 9,000) two months of eighteen are; nothing else begins before M3.
    expect(years.get(2026)).toBe(850_000 + 100_000);
    expect([...years.keys()]).toEqual([2026, 2027, 2028]);
    expect(undated).toBe(0);
  });

  it('counts years of the project where it has no start', () => {
    expect([...byYear(nextdoor(), null).years.keys()]).toEqual([1, 2]);
  });

  it('keeps apart what has no months', () => {
    const example = nextdoor();
    example.plan.delete('A2.1/from');
    expect(byYear(example, null).undated).toBe(1_400_000);
  });

  it('adds up to the total, to the cent, whatever the amounts and months', () => {
    const keys = [...nextdoor().budget.keys()];
    const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000_007 }), {
      minLength: keys.length,
      maxLength: keys.length,
    });
    const month = fc.integer({ min: 1, max: 36 });
    fc.assert(
      fc.property(amounts, month, month, (cents, from, to) => {
        const example = nextdoor();
        keys.forEach((key, at) => example.budget.set(key, cents[at] ?? 0));
        example.plan.set('A3.2/from', from).set('A3.2/to', to).set('WP4/from', from).set('WP4/to', to);
        const { years, undated, total } = byYear(example, '2026-11-01');
        expect([...years.values()].reduce((sum, one) => sum + one, undated)).toBe(total);
      }),
      { numRuns: 200 },
    );
  });

  it('adds up to the total where amounts are computed from quantities', () => {
    const { years, undated, total } = byYear(handbook(), null);
    expect([...years.values()].reduce((sum, one) => sum + one, undated)).toBe(total);
  });

  it('knows nothing of a cell that is empty', () => {
    const example = streetnotes();
    example.budget.delete(budgetCell('A2', 'P1'));
    expect(byYear(example, '2026-11-01').years.get(2026)).toBe(400_000 + 100_000);
  });
});
