import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextdoor } from '../budget/examples.fixture.ts';
import { checkDependency, criticalPath, type PlanSpan, planSpans, readDependencies } from './dependencies.ts';
import { readWorkplan } from './workplan.ts';

type Edge = readonly [before: string, after: string];

const bar = (id: string, from: number | null, to: number | null, after: string[] = []): PlanSpan => ({
  id,
  number: id,
  title: '',
  from,
  to,
  isPoint: false,
  workPackageId: null,
  after,
});
const spansOf = (...all: PlanSpan[]) => new Map(all.map((one) => [one.id, one]));

/** Any objects with any dependencies, circles among them. */
const graphs = fc
  .tuple(fc.integer({ min: 2, max: 12 }), fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 }))
  .map(([count, pairs]) => {
    const name = (index: number) => `o${index % count}`;
    const edges = pairs.map(([a, b]): Edge => [name(a), name(b)]).filter(([a, b]) => a !== b);
    const all = Array.from({ length: count }, (_, index) => {
      const after = edges.filter(([, b]) => b === name(index)).map(([a]) => a);
      return bar(name(index), 1 + (index % 5) * 3, 3 + (index % 5) * 3, [...new Set(after)].sort());
    });
    return spansOf(...all);
  });

/** Slow and plain: can one come back to `id` by what waits for what? */
function comesBack(spans: Map<string, PlanSpan>, from: string, to: string, seen = new Set<string>()): boolean {
  return (spans.get(from)?.after ?? []).some((next) => {
    if (next === to) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    return comesBack(spans, next, to, seen);
  });
}

describe('dependencies', () => {
  it('are kept, late, or wait for months', () => {
    const spans = spansOf(
      bar('a', 1, 4),
      bar('b', 5, 6, ['a']),
      bar('c', 6, 9, ['b']),
      bar('d', null, null, ['a', 'gone']),
    );
    expect(readDependencies(spans)).toEqual([
      { before: 'a', after: 'b', state: 'kept' },
      { before: 'b', after: 'c', state: 'late' },
      { before: 'a', after: 'd', state: 'open' },
    ]);
  });

  it('let a milestone come in the month in which what it waits for ends', () => {
    const { plan } = nextdoor();
    plan.set('M/kind', 'milestone').set('M/month', 4).set('M/after:A2.1', true).set('A2.3/after:M', true);
    const states = () => readDependencies(planSpans(readWorkplan(plan))).map((one) => `${one.after} ${one.state}`);
    expect(states()).toEqual(['A2.3 kept', 'M kept']);
    plan.set('M/month', 3);
    expect(states()).toEqual(['A2.3 kept', 'M late']);
    plan.set('M/month', 7);
    expect(states()).toEqual(['A2.3 late', 'M kept']);
  });

  it('are refused where they would go round, and nowhere else', () => {
    fc.assert(
      fc.property(graphs, fc.nat(11), fc.nat(11), (spans, a, b) => {
        const [before, after] = [`o${a % spans.size}`, `o${b % spans.size}`];
        const refusal = checkDependency(spans, before, after);
        const isThere = spans.get(after)?.after.includes(before);
        const wanted = before === after ? 'self' : isThere ? 'there' : comesBack(spans, before, after) ? 'cycle' : null;
        expect(refusal).toBe(wanted);
      }),
    );
  });

  it('are a circle for each that is on one, and for no other', () => {
    fc.assert(
      fc.property(graphs, (spans) => {
        for (const { before, after, state } of readDependencies(spans)) {
          expect([before, after, state === 'cycle']).toEqual([before, after, comesBack(spans, before, after)]);
        }
      }),
    );
  });

  it('are not possible between a work package and what is in it', () => {
    const spans = planSpans(readWorkplan(nextdoor().plan));
    expect(checkDependency(spans, 'WP2', 'A2.1')).toBe('inside');
    expect(checkDependency(spans, 'A2.1', 'WP2')).toBe('inside');
    expect(checkDependency(spans, 'WP2', 'A3.1')).toBeNull();
  });
});

describe('the critical path', () => {
  const of = (...all: PlanSpan[]) => [...criticalPath(spansOf(...all), readDependencies(spansOf(...all)))].sort();

  it('is what has no free month before the last end', () => {
    const all = [
      bar('a', 1, 4),
      bar('b', 5, 9, ['a']),
      bar('c', 5, 6, ['a']),
      bar('d', 10, 12, ['b', 'c']),
      bar('z', 1, 20),
    ];
    expect(of(...all)).toEqual(['a', 'b', 'd']);
  });

  it('goes through what begins too early, and is empty without dependencies', () => {
    expect(of(bar('a', 1, 6), bar('b', 5, 9, ['a']))).toEqual(['a', 'b']);
    expect(of(bar('a', 1, 6), bar('b', 5, 9))).toEqual([]);
  });

  it('leaves circles out and ends, whatever waits for what', () => {
    expect(of(bar('a', 1, 2, ['b']), bar('b', 3, 4, ['a']), bar('c', 5, 6, ['b']))).toEqual(['b', 'c']);
    fc.assert(
      fc.property(graphs, (spans) => {
        const dependencies = readDependencies(spans);
        const found = criticalPath(spans, dependencies);
        const followed = dependencies.filter(({ state }) => state !== 'cycle');
        expect(found.size > 0).toBe(followed.length > 0);
        for (const id of found) expect(followed.some((one) => one.before === id || one.after === id)).toBe(true);
      }),
    );
  });
});
