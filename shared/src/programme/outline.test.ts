import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../document.ts';
import { readWorkplan } from '../plan/workplan.ts';
import { ka210In2026 } from './ka210-2026.ts';
import { ka220In2026 } from './ka220-2026.ts';
import { outlineAnswers, outlineGroups, sectionOf } from './outline.ts';

const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

interface PlanInput {
  /** Activities of each work package, the first of which is management. */
  packages: number[];
  loose?: number;
}

function planOf({ packages, loose = 0 }: PlanInput, order: (index: number) => number = (index) => index) {
  const fields = new Map<string, FieldValue>();
  for (const [index, activities] of packages.entries()) {
    const id = idOf(100 + index);
    fields.set(`${id}/kind`, 'wp').set(`${id}/order`, index === 0 ? -1 : order(index));
    fields.set(`${id}/title`, `Package ${index}`);
    if (index === 0) fields.set(`${id}/management`, true);
    for (let at = 0; at < activities; at += 1) {
      const activity = idOf(1000 + index * 100 + at);
      fields.set(`${activity}/kind`, 'activity').set(`${activity}/order`, at).set(`${activity}/wp`, id);
    }
  }
  for (let at = 0; at < loose; at += 1)
    fields.set(`${idOf(9000 + at)}/kind`, 'activity').set(`${idOf(9000 + at)}/order`, at);
  return readWorkplan(fields);
}

const organisations = [1, 2, 3].map((number) => ({ id: idOf(number), legalName: `Organisation ${number}` }));
const ka220 = (plan: PlanInput, order?: (index: number) => number) => ({
  call: ka220In2026,
  organisations,
  workplan: planOf(plan, order),
});

describe('the outline of a KA220 proposal', () => {
  it('is about a hundred answers for five organisations and four work packages', () => {
    const five = [1, 2, 3, 4, 5].map((number) => ({ id: idOf(number), legalName: '' }));
    const answers = outlineAnswers({ ...ka220({ packages: [0, 3, 3, 3, 3] }), organisations: five });
    expect(answers.length).toBeGreaterThan(80);
    expect(answers.length).toBeLessThan(120);
  });

  it('repeats work package by work package: its own questions, its activities, what is asked about them', () => {
    const groups = outlineGroups(ka220({ packages: [0, 2, 1] })).filter((one) => one.section.id === 'design');
    expect(groups.map((one) => `${one.group.id} ${one.object?.number ?? ''}`.trim())).toEqual([
      'wp1',
      'wpn WP2',
      'activities A2.1',
      'activities A2.2',
      'activities_text WP2',
      'wpn WP3',
      'activities A3.1',
      'activities_text WP3',
      'budget_summary',
    ]);
  });

  it('asks nothing of the work package of project management beside its own group', () => {
    const management = idOf(100);
    expect(outlineAnswers(ka220({ packages: [0, 1] })).filter((one) => one.object?.id === management)).toEqual([]);
  });

  it('keeps the key of every answer when work packages are reordered', () => {
    const forwards = outlineAnswers(ka220({ packages: [0, 1, 2, 3] }));
    const backwards = outlineAnswers(ka220({ packages: [0, 1, 2, 3] }, (index) => -index));
    expect(backwards.map((one) => one.key).sort()).toEqual(forwards.map((one) => one.key).sort());
    const numberOf = (answers: typeof forwards, id: string) =>
      answers.find((one) => one.object?.id === id)?.object?.number;
    expect(numberOf(forwards, idOf(101))).toBe('WP2');
    expect(numberOf(backwards, idOf(101))).toBe('WP4');
  });

  it('asks for the English translation only in other languages', () => {
    const keys = (language: string) => outlineAnswers(ka220({ packages: [0] }), language).map((one) => one.key);
    expect(keys('EN')).not.toContain('answer:sum_results_en');
    expect(keys('EL')).toContain('answer:sum_results_en');
  });

  it('names no answer twice, and all sections in the order of the form', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }), fc.nat(3), (packages, loose) => {
        const answers = outlineAnswers(ka220({ packages: [0, ...packages], loose }), 'EL');
        const keys = answers.map((one) => one.key);
        expect(new Set(keys).size).toBe(keys.length);
        const order = ka220In2026.sections.map((one) => one.id);
        const places = answers.map((one) => order.indexOf(one.section.id));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        const perActivity = answers.filter((one) => one.question.id === 'act_results');
        expect(perActivity.length).toBe(packages.reduce((sum, one) => sum + one, 0) + loose);
      }),
    );
  });
});

it('asks a KA210 proposal once for each activity, without work packages', () => {
  const answers = outlineAnswers({ call: ka210In2026, organisations, workplan: planOf({ packages: [], loose: 2 }) });
  const objects = answers.filter((one) => one.object?.kind === 'activity').map((one) => one.object?.number);
  expect(new Set(objects)).toEqual(new Set(['A1', 'A2']));
  expect(answers.some((one) => one.object?.kind === 'work_package')).toBe(false);
});

it('knows the section of a question, and of none for a question that the call does not have', () => {
  expect(sectionOf(ka220In2026, 'wp_cost')).toBe('design');
  expect(sectionOf(ka220In2026, 'no_such_question')).toBe('');
});
