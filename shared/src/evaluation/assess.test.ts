// Arithmetic of a mock evaluation: weights, thresholds, spread, rounding. The ids are those of EVALUATION.md.
import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calls } from '../programme/calls.ts';
import { ka220In2026 } from '../programme/ka220-2026.ts';
import { ka220OfAgencyIn2026 } from '../programme/ka220-eacea-2026.ts';
import { assessRound, type Scores, shownPoints } from './assess.ts';
import { bandOf, isScore, type Scale, scaleOf } from './scale.ts';

const scale = scaleOf(ka220In2026);
const of = (relevance: number, design: number, partnership: number, impact: number): Scores => ({
  relevance,
  design,
  partnership,
  impact,
});
const assessed = (...evaluations: Scores[]) => {
  const result = assessRound(scale, evaluations);
  if (!result) throw new Error('nothing was assessed');
  return result;
};
const failed = (...evaluations: Scores[]) =>
  assessed(...evaluations)
    .criteria.filter(({ isFailed }) => isFailed)
    .map(({ criterion }) => criterion.id);

describe.each(calls)('$id', (call) => {
  const own: Scale = scaleOf(call);
  test('evaluation-weights: its criteria have 100 points together, whatever each of them has', () => {
    expect(own.criteria.reduce((sum, { max }) => sum + max, 0)).toBe(100);
    const full = Object.fromEntries(own.criteria.map(({ id, max }) => [id, max]));
    expect(assessRound(own, [full])?.total.mean).toBe(100);
  });

  test('evaluation-threshold: exactly its thresholds fail nothing but, where they add up to less, the total', () => {
    const least = Object.fromEntries(own.criteria.map(({ id, min }) => [id, min]));
    const result = assessRound(own, [least]);
    expect(result?.criteria.map(({ isFailed }) => isFailed)).toEqual(own.criteria.map(() => false));
    const sum = own.criteria.reduce((total, { min }) => total + min, 0);
    expect(result?.isPassed).toBe(sum >= own.thresholdTotal);
    for (const { min, max } of own.criteria) expect(min * 2).toBeGreaterThanOrEqual(max);
  });

  test('evaluation-points: the most and nothing are scores, what is between two steps and beyond is none', () => {
    for (const { max } of own.criteria) {
      const isOne = (points: number) => isScore(own, { max }, points);
      expect([0, max, own.step].map(isOne)).toEqual([true, true, true]);
      expect([-own.step, max + own.step, own.step / 2, Number.NaN].map(isOne)).toEqual([false, false, false, false]);
    }
  });
});

test('evaluation-threshold: 60 in all with one criterion below its half is not passed, and says which one', () => {
  expect(assessed(of(25, 30, 9, 25))).toMatchObject({ total: { mean: 89, isFailed: false }, isPassed: false });
  expect(failed(of(25, 30, 9, 25))).toEqual(['partnership']);
  expect(assessed(of(13, 15, 10, 13))).toMatchObject({ total: { mean: 51, isFailed: true }, isPassed: false });
  expect(assessed(of(15, 18, 12, 15))).toMatchObject({ total: { mean: 60, isFailed: false }, isPassed: true });
});

test('evaluation-mean: the mean decides, not one evaluator, and is compared before it is rounded', () => {
  expect(failed(of(12, 20, 15, 20), of(14, 20, 15, 20))).toEqual([]);
  const hair = [...Array<Scores>(299).fill(of(13, 20, 15, 20)), of(12, 20, 15, 20)];
  expect(failed(...hair)).toEqual(['relevance']);
  const { mean } = assessed(...hair).criteria[0] ?? { mean: 0 };
  expect(shownPoints(mean)).toBe(13);
  expect(shownPoints(mean, 13)).toBe(12.99);
  expect(shownPoints(13.005, 13)).toBe(13.01);
});

test('evaluation-spread: lowest, highest and deviation, and what they are called', () => {
  const [one, two, three] = [of(20, 20, 15, 5), of(22, 26, 15, 25), of(21, 23, 15, 15)];
  const { criteria, total } = assessed(one, two, three);
  expect(criteria.map(({ lowest, highest, spread }) => [lowest, highest, spread])).toEqual([
    [20, 22, 'close'],
    [20, 26, 'apart'],
    [15, 15, 'close'],
    [5, 25, 'farApart'],
  ]);
  expect(criteria[3]?.deviation).toBeCloseTo(8.165, 3);
  expect(total).toMatchObject({ lowest: 60, highest: 88, mean: 74, spread: 'apart' });
  expect(assessed(one, two, three).spread).toBe('farApart');
  expect(assessed(of(20, 20, 15, 17), of(17, 20, 15, 20))).toMatchObject({
    spread: 'apart',
    total: { spread: 'close' },
  });
  expect(assessed(one).spread).toBe('alone');
  expect(assessRound(scale, [])).toBeNull();
});

test('evaluation-mean: the mean of the totals is the sum of the means, for halves too', () => {
  const halves = scaleOf(ka220OfAgencyIn2026);
  const points = (max: number) => integer({ min: 0, max: max * 2 }).map((one) => one / 2);
  const evaluation = record(Object.fromEntries(halves.criteria.map(({ id, max }) => [id, points(max)])));
  assert(
    property(array(evaluation, { minLength: 1, maxLength: 12 }), (evaluations) => {
      const result = assessRound(halves, evaluations);
      const sum = result?.criteria.reduce((total, { mean }) => total + mean, 0) ?? Number.NaN;
      expect(result?.total.mean).toBeCloseTo(sum, 9);
      for (const { lowest, mean, highest } of result?.criteria ?? []) {
        expect(lowest).toBeLessThanOrEqual(mean + 1e-9);
        expect(mean).toBeLessThanOrEqual(highest + 1e-9);
      }
    }),
  );
});

test('evaluation-band: the band begins at its lowest points, and there is none where the call has none', () => {
  const bandsOf = (max: number, ...points: number[]) => points.map((one) => bandOf(ka220In2026, max, one));
  expect(bandsOf(25, 25, 22, 21.5, 18, 17, 13, 12.5, 0)).toEqual([
    'veryGood',
    'veryGood',
    'good',
    'good',
    'fair',
    'fair',
    'weak',
    'weak',
  ]);
  expect(bandOf(ka220OfAgencyIn2026, 25, 20)).toBeNull();
});
