// The smallest fix of each broken rule of the budget: by hand where one can see it, and for whatever somebody types.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldValue } from '../document.ts';
import { AMOUNT_COLUMN } from './budget-cells.ts';
import { budgetRules } from './budget-rules.ts';
import { checkRules } from './check-all.ts';
import { type Example, nextdoor, streetnotes } from './examples.fixture.ts';
import { smallestFix } from './fixes.ts';
import { type RuleContext, ruleContext, type Violation } from './rule.ts';

const violationsIn = (context: RuleContext): Violation[] =>
  checkRules(context, budgetRules).outcomes.flatMap(({ violations }) => violations);

/** The project after what its fix says, as the document would hold it. */
function mended(example: Example, violation: Violation): Example | null {
  const fix = smallestFix(ruleContext(example), violation);
  if (!fix) return null;
  const budget = new Map<string, FieldValue>(example.budget);
  for (const [key, cents] of Object.entries(fix.changes)) {
    if (cents === null) budget.delete(key);
    else budget.set(key, cents);
  }
  const facts = new Map<string, FieldValue>(example.facts);
  if (fix.lumpSumCents !== undefined) facts.set('lump_sum', String(fix.lumpSumCents / 100));
  return { ...example, budget, facts };
}

const saying = (example: Example): string[] => {
  const context = ruleContext(example);
  return violationsIn(context).map((violation) => {
    const fix = smallestFix(context, violation);
    const { differenceCents = '', lumpSumCents = '', number = '', otherNumber = '' } = fix?.data ?? {};
    return [violation.rule, fix?.kind, differenceCents, lumpSumCents, number, otherNumber]
      .filter((one) => one !== '')
      .join(' ');
  });
};

const changed = (make: () => Example, change: (example: Example) => unknown): Example => {
  const example = make();
  change(example);
  return example;
};

test.each<[string, Example, string[]]>([
  [
    'too much in a work package, beyond its activities',
    changed(nextdoor, ({ budget }) => budget.set('WP3/P3', 1_900_000)),
    ['work-packages-add-up take 200000 WP3', 'activities-add-up take 200000 WP3'],
  ],
  [
    'management above its share goes to another work package',
    changed(nextdoor, ({ budget }) =>
      budget.set('WP1/P1', 2_631_250).set('WP3/P3', 1_168_750).set('A3.2/amount', 2_468_750),
    ),
    ['management-share move 31250 WP1 WP3'],
  ],
  [
    'management above its share goes away where the whole is too much already',
    changed(nextdoor, ({ budget }) => budget.set('WP1/P1', 2_631_250)),
    ['work-packages-add-up take 531250 WP1', 'management-share take 31250 WP1'],
  ],
  [
    'an activity without an amount gets what is left',
    changed(nextdoor, ({ budget }) => budget.delete('A3.2/amount')),
    ['activities-add-up give 3000000 A3.2', 'activity-amount give 3000000 A3.2'],
  ],
  [
    'a lump sum that the call does not have',
    changed(nextdoor, ({ facts }) => facts.set('lump_sum', '240000')),
    ['lump-sum-chosen choose 25000000', 'work-packages-add-up takeBoth 1000000 WP3 A3.2'],
  ],
  [
    'activities that do not fill the lump sum',
    changed(streetnotes, ({ budget }) => budget.set('A7/P1', 100_000)),
    ['activities-fill-lump-sum give 50000 A3'],
  ],
])('%s', (_, example, fixes) => {
  expect(saying(example)).toEqual(fixes);
});

const cents = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 3_000_000 }),
  fc.integer({ min: 0, max: 100_000_000_000 }),
);
const ALWAYS = [
  'work-packages-add-up',
  'activities-fill-lump-sum',
  'activities-add-up',
  'management-share',
  'lump-sum-chosen',
];

test.each([
  ['work packages', nextdoor],
  ['activities', streetnotes],
] as const)('whatever stands in a budget of %s: doing what the fix says mends its rule, to the cent', (_, make) => {
  const keys = [...make().budget.keys()];
  const some = fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), cents), { maxLength: 12, selector: ([key]) => key });
  const lumpSum = fc.constantFrom('120000', '250000', '30000', '60000', '77777.77');
  fc.assert(
    fc.property(some, lumpSum, (changes, chosen) => {
      const example = changed(make, ({ budget, facts }) => {
        for (const [key, value] of changes) {
          if (value === null) budget.delete(key);
          else budget.set(key, value);
        }
        facts.set('lump_sum', chosen);
      });
      for (const violation of violationsIn(ruleContext(example))) {
        const after = mended(example, violation);
        if (!after) expect(ALWAYS, violation.message).not.toContain(violation.rule);
        if (!after) continue;
        for (const value of after.budget.values()) expect(Number.isSafeInteger(value) && Number(value) >= 0).toBe(true);
        const left = violationsIn(ruleContext(after)).map(({ rule, place }) => JSON.stringify([rule, place]));
        expect(left).not.toContain(JSON.stringify([violation.rule, violation.place]));
      }
    }),
    { numRuns: 300 },
  );
});

test('an amount that nobody has shared out yet is taken from where it stands', () => {
  const example = changed(nextdoor, ({ budget }) => {
    for (const id of ['P1', 'P2', 'P3', 'P4', 'P5']) budget.delete(`WP3/${id}`);
    budget.set(`WP3/${AMOUNT_COLUMN}`, 6_900_000);
  });
  const context = ruleContext(example);
  const [over] = violationsIn(context);
  expect(over && smallestFix(context, over)?.changes).toEqual({ [`WP3/${AMOUNT_COLUMN}`]: 6_800_000 });
});
