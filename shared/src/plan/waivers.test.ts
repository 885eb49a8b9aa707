import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAll } from '../budget/check-all.ts';
import { type Example, nextdoor } from '../budget/examples.fixture.ts';
import type { RuleId } from '../budget/rule-words.ts';
import { scheduleCases } from './schedule-cases.fixture.ts';
import { subjectOf } from './waived-violations.ts';
import { parseWaiver, WHOLE_PLAN, waiverKey, writeWaiver } from './waivers.ts';

const waiver = { at: '2026-11-26T10:00:00.000Z', by: 'ana', reason: 'Agreed with the agency' };
const outcomeOf = (example: Example, id: RuleId) => checkAll(example).outcomes.find(({ rule }) => rule.id === id);

/** Waives the first violation of a rule. @returns what it was kept under */
function waive(example: Example, id: RuleId): string {
  const [violation] = outcomeOf(example, id)?.violations ?? [];
  const subject = violation ? subjectOf(violation) : '';
  example.plan.set(waiverKey(subject, id), writeWaiver(waiver) ?? '');
  return subject;
}

describe('a waiver', () => {
  it('is read as it was written, whatever the reason', () => {
    const reasons = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(reasons, (reason) => {
        const value = writeWaiver({ ...waiver, reason });
        fc.pre(value !== null);
        expect(parseWaiver(value)).toEqual({ ...waiver, reason: reason.trim() });
      }),
    );
  });

  it('needs a reason, a time and an author', () => {
    expect(writeWaiver({ ...waiver, reason: '  ' })).toBeNull();
    expect(writeWaiver({ ...waiver, reason: 'x'.repeat(501) })).toBeNull();
    expect(writeWaiver({ ...waiver, by: '' })).toBeNull();
    expect(writeWaiver({ ...waiver, at: '2026-13-26T10:00:00.000Z' })).toBeNull();
  });

  it.each(Object.keys(scheduleCases) as (keyof typeof scheduleCases)[])(
    'takes a violation of %s away, and gives it back',
    (id) => {
      const example = nextdoor();
      scheduleCases[id].violate(example);
      const before = outcomeOf(example, id)?.violations.length ?? 0;
      expect(before).toBeGreaterThan(0);
      const subject = waive(example, id);
      expect(outcomeOf(example, id)?.waived).toEqual([expect.objectContaining({ waiver })]);
      expect(outcomeOf(example, id)?.violations).toHaveLength(before - 1);
      example.plan.delete(waiverKey(subject, id));
      expect(outcomeOf(example, id)?.violations).toHaveLength(before);
    },
  );

  it('of what the form asks for does not make a plan green', () => {
    const example = nextdoor();
    example.plan.set('A4.1/venue', '');
    waive(example, 'activity-venue');
    expect(outcomeOf(example, 'activity-venue')).toMatchObject({ state: 'ok', violations: [] });
    expect(checkAll(example).isGreen).toBe(false);
  });

  it('holds for the plan as a whole, for one organisation, and not for sums', () => {
    const example = nextdoor();
    example.plan.set('extra/kind', 'wp');
    expect(waive(example, 'work-packages-recommended')).toBe(WHOLE_PLAN);
    for (const [key, value] of example.plan) if (value === 'P4' || key.endsWith('org:P4')) example.plan.delete(key);
    expect(waive(example, 'partner-with-tasks')).toBe('P4');
    expect(outcomeOf(example, 'partner-with-tasks')?.state).toBe('ok');
    example.budget.set('WP3/P3', 1);
    waive(example, 'work-packages-add-up');
    expect(outcomeOf(example, 'work-packages-add-up')?.state).toBe('violated');
  });

  it('is no object of the plan', () => {
    const example = nextdoor();
    example.plan.set('A2.1/deleted', true);
    example.plan.set(waiverKey(WHOLE_PLAN, 'activity-lead'), writeWaiver(waiver) ?? '');
    expect(checkAll(example).outcomes.some(({ violations }) => violations.some(({ data }) => data.number === ''))).toBe(
      false,
    );
  });
});
