import { checkAll } from '@adagia/shared/budget/check-all';
import { nextdoor, noFields, streetnotes } from '@adagia/shared/budget/examples.fixture';
import { smallestFix } from '@adagia/shared/budget/fixes';
import { ruleContext } from '@adagia/shared/budget/rule';
import { getFixedT } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { startI18n } from '../../i18n/i18n.ts';
import { allWords } from '../../i18n/languages.ts';
import { fixText, violationText } from './use-violation-text.ts';

beforeAll(async () => {
  await startI18n();
  await allWords();
});

/** Every value of the plan, one after the other, put wrong in several ways. */
function brokenExamples() {
  return [nextdoor, streetnotes].flatMap((make) => {
    const keys = [...make().plan.keys(), ...make().budget.keys(), ...make().facts.keys()];
    return keys.flatMap((key) =>
      [undefined, 60, '2020-01-01', true, 'WP1'].map((value) => {
        const example = make();
        for (const map of [example.plan, example.budget, example.facts]) {
          if (!map.has(key)) continue;
          if (value === undefined) map.delete(key);
          else map.set(key, value);
        }
        return example;
      }),
    );
  });
}

describe('the sentence of a broken rule', () => {
  it('says amounts and shares in words of the language', () => {
    const example = nextdoor();
    example.budget.set('WP1/P1', 2_700_000);
    const texts = checkAll(example).outcomes.flatMap((one) =>
      one.violations.map((found) => violationText(found, getFixedT('en', 'budget'), 'en')),
    );
    expect(texts).toContain(
      'WP1 costs €51,000, 20.4% of the lump sum: €1,000 more than the €50,000 (20%) that are allowed.',
    );
    expect(texts).toContain('The work packages add up to €256,000: €6,000 more than the lump sum of €250,000.');
  });

  it('leaves no gap open, whatever is broken', () => {
    const inputs = [...brokenExamples(), { ...nextdoor(), organisations: [], plan: noFields, budget: noFields }];
    const said = new Set<string>();
    const kinds = new Set<string>();
    for (const input of inputs) {
      for (const violation of checkAll(input).outcomes.flatMap((one) => one.violations)) {
        said.add(violation.message);
        const text = violationText(violation, getFixedT('en', 'budget'), 'en');
        expect(text).not.toMatch(/\{\{|undefined|NaN|messages\./);
        const fix = smallestFix(ruleContext(input), violation);
        if (!fix) continue;
        kinds.add(fix.kind);
        expect(fixText(fix, getFixedT('en', 'budget'), 'en')).not.toMatch(/\{\{|undefined|NaN|fix\.|without a title/);
      }
    }
    expect(said.size).toBeGreaterThan(20);
    expect(kinds.size).toBeGreaterThan(3);
  });
});
