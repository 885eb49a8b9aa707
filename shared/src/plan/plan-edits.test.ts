import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextdoor } from '../budget/examples.fixture.ts';
import type { FieldValue } from '../document.ts';
import { duplicateObject } from './duplicate-object.ts';
import * as edits from './plan-edits.ts';
import { readWorkplan } from './workplan.ts';

type Plan = Map<string, FieldValue>;

function apply(plan: Plan, changes: edits.FieldChanges): Plan {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) plan.delete(key);
    else plan.set(key, value);
  }
  return plan;
}

const numbers = (plan: Plan) => readWorkplan(plan).activities.map((one) => `${one.number}=${one.id}`);
const activitiesOf = (plan: Plan, id: string) =>
  readWorkplan(plan)
    .workPackages.find((one) => one.id === id)
    ?.activities.map((one) => one.id);

describe('edits of the workplan', () => {
  it('add a work package and an activity at the end, with months', () => {
    const { plan } = nextdoor();
    apply(plan, edits.addWorkPackage(readWorkplan(plan), { id: 'new', title: 'Sixth', period: { from: 2, to: 4 } }));
    apply(plan, edits.addActivity(readWorkplan(plan), { id: 'first' }, 'new'));
    apply(plan, edits.addActivity(readWorkplan(plan), { id: 'last' }, 'WP2'));
    const workplan = readWorkplan(plan);
    expect(workplan.workPackages.at(-1)).toMatchObject({ number: 'WP6', title: 'Sixth', from: 2, to: 4 });
    expect(numbers(plan)).toContain('A6.1=first');
    expect(numbers(plan)).toContain('A2.4=last');
  });

  it('remove a work package with its activities, and bring all of it back', () => {
    const { plan } = nextdoor();
    const before = new Map(plan);
    const { changes, ids } = edits.removeObject(readWorkplan(plan), 'WP3');
    expect(ids).toEqual(['WP3', 'A3.1', 'A3.2', 'A3.3']);
    apply(plan, changes);
    expect(readWorkplan(plan).workPackages.map((one) => one.id)).toEqual(['WP1', 'WP2', 'WP4', 'WP5']);
    expect(readWorkplan(plan).workPackages[2]?.number).toBe('WP3');
    expect(edits.restoredWith(readWorkplan(plan), 'WP3').sort()).toEqual([...ids].sort());
    apply(plan, edits.restoreObjects(ids));
    expect(plan).toEqual(before);
  });

  it('step an activity within and beyond its work package', () => {
    const { plan } = nextdoor();
    apply(plan, edits.stepObject(readWorkplan(plan), 'A2.2', -1));
    expect(activitiesOf(plan, 'WP2')).toEqual(['A2.2', 'A2.1', 'A2.3']);
    apply(plan, edits.stepObject(readWorkplan(plan), 'A2.3', 1));
    expect(activitiesOf(plan, 'WP3')).toEqual(['A2.3', 'A3.1', 'A3.2', 'A3.3']);
    apply(plan, edits.stepObject(readWorkplan(plan), 'A2.3', -1));
    expect(activitiesOf(plan, 'WP2')).toEqual(['A2.2', 'A2.1', 'A2.3']);
    expect(edits.stepObject(readWorkplan(plan), 'A2.2', -1)).toEqual({});
    expect(edits.stepObject(readWorkplan(plan), 'A5.3', 1)).toEqual({});
  });

  it('bring an activity without a work package back into the last one', () => {
    const { plan } = nextdoor();
    plan.set('A2.1/wp', 'gone');
    apply(plan, edits.stepObject(readWorkplan(plan), 'A2.1', -1));
    expect(activitiesOf(plan, 'WP5')).toContain('A2.1');
  });

  it('keep project management the first work package', () => {
    const { plan } = nextdoor();
    apply(plan, edits.moveWorkPackage(readWorkplan(plan), 'WP5', 0));
    expect(readWorkplan(plan).workPackages.map((one) => one.id)).toEqual(['WP1', 'WP5', 'WP2', 'WP3', 'WP4']);
    expect(edits.moveWorkPackage(readWorkplan(plan), 'WP1', 3)).toEqual({});
    expect(edits.stepObject(readWorkplan(plan), 'WP5', -1)).toEqual({});
  });

  it('change one order where there is room, and all of them where there is none', () => {
    const { plan } = nextdoor();
    expect(edits.stepObject(readWorkplan(plan), 'A2.3', -1)).toEqual({ 'A2.3/order': 0.5 });
    for (const id of ['A2.1', 'A2.2', 'A2.3']) plan.set(`${id}/order`, 7);
    apply(plan, edits.stepObject(readWorkplan(plan), 'A2.3', -1));
    expect(activitiesOf(plan, 'WP2')).toEqual(['A2.1', 'A2.3', 'A2.2']);
  });

  it('place an object wherever it is dropped, again and again', () => {
    const moves = fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { maxLength: 120 });
    fc.assert(
      fc.property(moves, (all) => {
        const { plan } = nextdoor();
        for (const [which, index] of all) {
          const before = activitiesOf(plan, 'WP2') ?? [];
          const id = before[which] ?? 'A2.1';
          apply(plan, edits.moveItem(readWorkplan(plan), id, { workPackageId: 'WP2', index }));
          const others = before.filter((one) => one !== id);
          const wanted = others.toSpliced(index, 0, id);
          expect(activitiesOf(plan, 'WP2')).toEqual(wanted);
        }
      }),
    );
  });
});

describe('deliverables and milestones', () => {
  function withPoints() {
    const { plan } = nextdoor();
    for (const [id, kind, host] of [
      ['D-a', 'deliverable', 'WP2'],
      ['D-b', 'deliverable', 'WP2'],
      ['M-a', 'milestone', 'WP3'],
      ['M-b', 'milestone', 'WP1'],
    ] as const) {
      apply(plan, edits.addPoint(readWorkplan(plan), { id, kind, workPackageId: host }));
    }
    return plan;
  }
  const numbered = (plan: Plan) => {
    const { deliverables, milestones } = readWorkplan(plan);
    return [...deliverables, ...milestones].map((one) => `${one.number}=${one.id}`);
  };

  it('have numbers of their own, and begin with the last month of their work package', () => {
    const plan = withPoints();
    expect(numbered(plan)).toEqual(['D2.1=D-a', 'D2.2=D-b', 'MS1=M-b', 'MS2=M-a']);
    expect(readWorkplan(plan).deliverables[0]).toMatchObject({ month: 7, workPackageId: 'WP2' });
  });

  it('follow their work package when it moves, and move among their own kind', () => {
    const plan = withPoints();
    apply(plan, edits.moveWorkPackage(readWorkplan(plan), 'WP2', 2));
    expect(numbered(plan)).toEqual(['D4.1=D-a', 'D4.2=D-b', 'MS1=M-b', 'MS2=M-a']);
    apply(plan, edits.stepObject(readWorkplan(plan), 'D-b', -1));
    expect(numbered(plan).slice(0, 2)).toEqual(['D4.1=D-b', 'D4.2=D-a']);
    apply(plan, edits.stepObject(readWorkplan(plan), 'D-b', -1));
    expect(numbered(plan).slice(0, 2)).toEqual(['D3.1=D-b', 'D4.1=D-a']);
  });

  it('go and come back with their work package, and alone stay visible', () => {
    const plan = withPoints();
    const { changes, ids } = edits.removeObject(readWorkplan(plan), 'WP2');
    expect(ids).toEqual(['WP2', 'A2.1', 'A2.2', 'A2.3', 'D-a', 'D-b']);
    apply(plan, { ...changes, 'D-b/deleted': undefined });
    expect(numbered(plan)).toContain('D1=D-b');
    apply(plan, edits.restoreObjects(ids));
    expect(numbered(plan)).toContain('D2.2=D-b');
  });

  it('are copied with their work package, whose dependencies stay within the copy; figures and waivers are not', () => {
    const plan = withPoints();
    plan
      .set('A2.2/after:A2.1', true)
      .set('A2.1/after:WP1', true)
      .set('D-a/of', 'A2.1')
      .set('A2.1/waived:activity-lead', 'x');
    let made = 0;
    const copying = {
      fields: plan,
      plan: readWorkplan(plan),
      newId: () => `copy-${made++}`,
      titleOf: (one: string) => `${one}!`,
    };
    const copy = duplicateObject('WP2', copying);
    apply(plan, copy?.changes ?? {});
    const { workPackages } = readWorkplan(plan);
    expect(workPackages.map((one) => one.title.slice(-4))).toEqual([' WP1', ' WP2', 'WP2!', ' WP3', ' WP4', ' WP5']);
    expect(workPackages[2]).toMatchObject({
      number: 'WP3',
      from: 1,
      to: 7,
      activities: [{}, {}, {}],
      deliverables: [{}, {}],
    });
    expect(workPackages[2]?.activities.map((one) => one.after)).toEqual([['WP1'], [copy?.copies.get('A2.1')], []]);
    expect(workPackages[2]?.deliverables[0]?.activityId).toBe(copy?.copies.get('A2.1'));
    expect([...plan.keys()].filter((key) => key.startsWith('copy') && key.includes('waived'))).toEqual([]);
    expect(duplicateObject('WP1', { ...copying, plan: readWorkplan(plan) })).toBeNull();
  });
});

describe('readWorkplan', () => {
  it('reads any values at all without failing, and numbers what it finds in a row', () => {
    const values = fc.oneof(fc.string(), fc.boolean(), fc.double(), fc.integer());
    const fields = [
      'month',
      'of',
      'after:b',
      'kind',
      'order',
      'title',
      'wp',
      'from',
      'to',
      'lead',
      'management',
      'deleted',
      'org:P1',
      '',
    ];
    const keys = fc.tuple(fc.constantFrom('a', 'b', 'c', '__proto__', ''), fc.constantFrom(...fields));
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, values)), (entries) => {
        const plan: Plan = new Map(entries.map(([[id, field], value]) => [`${id}/${field}`, value]));
        for (const id of ['a', 'b']) plan.set(`${id}/kind`, id === 'a' ? 'wp' : 'activity');
        if (plan.has('c/title')) plan.set('c/kind', plan.has('c/wp') ? 'deliverable' : 'milestone');
        const workplan = readWorkplan(plan);
        expect(workplan.workPackages.map((one) => one.number)).toEqual(
          workplan.workPackages.map((_, index) => `WP${index + 1}`),
        );
        for (const one of [...workplan.workPackages, ...workplan.activities]) {
          for (const month of [one.from, one.to]) expect(month === null || (month >= 1 && month <= 60)).toBe(true);
        }
      }),
    );
  });
});
