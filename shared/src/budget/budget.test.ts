import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../document.ts';
import { readBudget } from './budget.ts';
import { AMOUNT_MAX_CENTS } from './budget-cells.ts';
import { type Example, nextdoor, streetnotes } from './examples.fixture.ts';
import { ruleContext } from './rule.ts';

const budgetOf = (example: Example) => ruleContext(example).budget;

describe('readBudget', () => {
  it('computes the totals of the worked example of a cooperation partnership', () => {
    const budget = budgetOf(nextdoor());
    expect(budget.rows.map((row) => [row.number, row.total, row.activitiesTotal])).toEqual([
      ['WP1', 4_500_000, null],
      ['WP2', 4_200_000, 4_200_000],
      ['WP3', 6_800_000, 6_800_000],
      ['WP4', 6_000_000, 6_000_000],
      ['WP5', 3_500_000, 3_500_000],
    ]);
    expect(Object.fromEntries(budget.organisationTotals)).toEqual({
      P1: 6_550_000,
      P2: 4_300_000,
      P3: 4_850_000,
      P4: 4_950_000,
      P5: 4_350_000,
    });
    expect(budget.total).toBe(25_000_000);
  });

  it('computes the totals of the worked example of a small-scale partnership', () => {
    const budget = budgetOf(streetnotes());
    expect(Object.fromEntries(budget.organisationTotals)).toEqual({ P1: 2_100_000, P2: 2_000_000, P3: 1_900_000 });
    expect(budget.rows.map((row) => row.total)).toEqual([
      900_000, 850_000, 1_350_000, 1_200_000, 600_000, 650_000, 450_000,
    ]);
    expect(budget.total).toBe(6_000_000);
  });

  it('counts a cell that holds anything but whole cents as empty', () => {
    const example = nextdoor();
    const before = budgetOf(example).total;
    const bad: FieldValue[] = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, AMOUNT_MAX_CENTS + 1, '12', true];
    for (const value of bad) {
      example.budget.set('WP1/P1', value);
      expect(budgetOf(example).total).toBe(before - 2_100_000);
    }
  });

  it('keeps an amount of zero apart from an empty cell', () => {
    const example = nextdoor();
    example.budget.set('A2.1/amount', 0);
    expect(budgetOf(example).rows[1]?.activities[0]?.total).toBe(0);
    example.budget.delete('A2.1/amount');
    expect(budgetOf(example).rows[1]?.activities[0]?.total).toBeNull();
  });

  it('leaves out what was removed, and organisations that left', () => {
    const example = nextdoor();
    example.plan.set('WP5/deleted', true);
    const { cells, workplan } = { cells: example.budget, workplan: ruleContext(example).workplan };
    const budget = readBudget({ cells, workplan, organisationIds: ['P1'], unit: 'work_package' });
    expect(budget.total).toBe(5_450_000);
  });
});
