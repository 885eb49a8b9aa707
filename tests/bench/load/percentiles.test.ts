import { expect, test } from 'vitest';
import { Histogram, median } from './percentiles.ts';
import { createRandom } from './random.ts';

test('percentiles of the histogram are within 2 % of those of the sorted values', () => {
  const random = createRandom(7);
  const histogram = new Histogram();
  const values = Array.from({ length: 20_000 }, () => 0.05 * Math.exp(random() * 9));
  for (const value of values) histogram.add(value);
  values.sort((a, b) => a - b);
  for (const share of [0.5, 0.9, 0.99, 0.999]) {
    const exact = values[Math.ceil(values.length * share) - 1] ?? 0;
    expect(Math.abs(histogram.at(share) / exact - 1), `at ${share}`).toBeLessThan(0.021);
  }
  expect(histogram.max).toBe(values.at(-1));
});

test('a histogram that was cleared begins anew', () => {
  const histogram = new Histogram();
  histogram.add(900);
  histogram.add(1);
  histogram.clear();
  histogram.add(500);
  expect([histogram.size, histogram.max]).toEqual([1, 500]);
  expect(histogram.at(0.5)).toBe(500);
});

test('the median of an even number of rounds lies between the two in the middle', () => {
  expect(median([9, 1, 3])).toBe(3);
  expect(median([9, 1, 3, 5])).toBe(4);
});
