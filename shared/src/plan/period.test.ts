import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movePeriod, type Period, stretchEnd, stretchStart, typedPeriod } from './period.ts';

const max = 36;
const periods: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: 1, max }), fc.integer({ min: 1, max }))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const months = fc.integer({ min: -80, max: 80 });

describe('a period on the axis', () => {
  it.each([
    ['moves', movePeriod({ from: 3, to: 5 }, 2, max), { from: 5, to: 7 }],
    ['stops at M1', movePeriod({ from: 3, to: 5 }, -9, max), { from: 1, to: 3 }],
    ['stops at the last month', movePeriod({ from: 30, to: 34 }, 9, max), { from: 32, to: 36 }],
    ['stretches its end', stretchEnd({ from: 3, to: 5 }, 2, max), { from: 3, to: 7 }],
    ['is one month at the least', stretchEnd({ from: 3, to: 5 }, -9, max), { from: 3, to: 3 }],
    ['stretches its start', stretchStart({ from: 3, to: 5 }, -1, max), { from: 2, to: 5 }],
    ['keeps its start before its end', stretchStart({ from: 3, to: 5 }, 9, max), { from: 5, to: 5 }],
    ['comes back from beyond the axis', movePeriod({ from: 40, to: 42 }, 0, max), { from: 34, to: 36 }],
    ['begins at M1 when it is longer than the axis', movePeriod({ from: 3, to: 50 }, 0, max), { from: 1, to: 48 }],
  ])('%s', (_, found, wanted) => {
    expect(found).toEqual(wanted);
  });

  it('never leaves the axis, never turns around, and a move keeps its length', () => {
    fc.assert(
      fc.property(periods, months, (period, by) => {
        const moved = movePeriod(period, by, max);
        expect(moved.to - moved.from).toBe(period.to - period.from);
        for (const one of [moved, stretchEnd(period, by, max), stretchStart(period, by, max)]) {
          expect(one.from).toBeGreaterThanOrEqual(1);
          expect(one.to).toBeLessThanOrEqual(max);
          expect(one.from).toBeLessThanOrEqual(one.to);
        }
      }),
    );
  });

  it('pushes the other end along when a month is typed beyond it', () => {
    expect(typedPeriod({ from: 3, to: 5 }, 'from', 8)).toEqual({ from: 8, to: 8 });
    expect(typedPeriod({ from: 3, to: 5 }, 'to', 2)).toEqual({ from: 2, to: 2 });
    expect(typedPeriod({ from: null, to: 5 }, 'from', 2)).toEqual({ from: 2, to: 5 });
    expect(typedPeriod({ from: null, to: null }, 'to', 4)).toEqual({ from: 4, to: 4 });
  });
});
