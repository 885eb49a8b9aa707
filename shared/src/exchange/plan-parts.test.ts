import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nextdoor } from '../budget/examples.fixture.ts';
import type { FieldValue } from '../document.ts';
import { readWorkplan } from '../plan/workplan.ts';
import { planPartsShape, readPlanParts, writePlanParts } from './plan-parts.ts';

const schema = z.object(planPartsShape);

function example() {
  const { plan } = nextdoor();
  const fields: [string, FieldValue][] = [
    ['D/kind', 'deliverable'],
    ['D/title', 'Needs report'],
    ['D/wp', 'WP2'],
    ['D/of', 'A2.1'],
    ['D/month', 6],
    ['D/lead', 'P2'],
    ['M/kind', 'milestone'],
    ['M/title', 'Course ready'],
    ['M/after:A3.2', true],
    ['A2.2/after:A2.1', true],
    ['A2.3/type', 'meeting'],
  ];
  for (const [key, value] of fields) plan.set(key, value);
  return plan;
}

/** What the rest of the file brings: work packages, activities and organisations under their numbers. */
function readInto(parts: unknown) {
  const { plan } = nextdoor();
  const known = [...plan.keys()].flatMap((key) => /^([^/]+)\/kind$/.exec(key)?.[1] ?? []);
  const ids = new Map([...known, 'P1', 'P2'].map((id) => [id, id]));
  const names = ['D', 'M'];
  const issues: { path: string; message: string }[] = [];
  readPlanParts({ file: schema.parse(parts), content: { plan }, ids, newId: () => names.shift() ?? '', issues });
  return { plan, issues };
}

describe('parts of the plan in a file', () => {
  it('come back as they went', () => {
    const organisations = new Map([['P2', 'P2']]);
    const parts = writePlanParts(readWorkplan(example()), organisations);
    const { plan, issues } = readInto(JSON.parse(JSON.stringify(parts)));
    expect(issues).toEqual([]);
    expect(readWorkplan(plan)).toEqual(readWorkplan(example()));
    expect(writePlanParts(readWorkplan(plan), organisations)).toEqual(parts);
  });

  it('are left out where there are none, and files from before have none', () => {
    expect(writePlanParts(readWorkplan(nextdoor().plan), new Map())).toEqual({});
    expect(readInto({}).issues).toEqual([]);
  });

  it('say what they name that is not there', () => {
    const { issues } = readInto({
      deliverables: [{ id: 'D9.1', title: '', work_package: 'WP9' }],
      dependencies: [['A2.1', 'A9.9']],
      activity_types: { 'A8.1': 'event' },
    });
    expect(issues.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'deliverables.0.work_package: there is no WP9',
      'dependencies.0: there is no A9.9',
      'activity_types.A8.1: there is no A8.1',
    ]);
    expect(schema.safeParse({ milestones: [{ id: 'MS1', title: '', month: 61 }] }).success).toBe(false);
  });
});
