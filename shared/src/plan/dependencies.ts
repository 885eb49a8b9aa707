// What begins after what: one field for each pair (`<id>/after:<id>`), so that two people who add two dependencies both keep
// theirs. Two who make the two halves of a circle at once do that too: read as a conflict, never followed in a circle.
import type { Workplan } from './workplan.ts';

export interface Dependency {
  /** Ends first. */
  before: string;
  after: string;
  /** late: the one behind begins too early. cycle: the two wait for each other. open: one of them has no months yet. */
  state: 'kept' | 'late' | 'cycle' | 'open';
}

/** Anything that takes place in months. A deliverable or milestone is one month, at whose end it is there. */
export interface PlanSpan {
  id: string;
  number: string;
  title: string;
  from: number | null;
  to: number | null;
  isPoint: boolean;
  workPackageId: string | null;
  after: readonly string[];
}

/** In the order of the plan. */
export function planSpans({ workPackages, activities, deliverables, milestones }: Workplan): Map<string, PlanSpan> {
  const bars = [...workPackages, ...activities].map((one): PlanSpan => {
    const workPackageId = 'workPackageId' in one ? one.workPackageId : null;
    const { id, number, title, from, to, after } = one;
    return { id, number, title, from, to, isPoint: false, workPackageId, after };
  });
  const points = [...deliverables, ...milestones].map((one): PlanSpan => {
    const { id, number, title, month, workPackageId, after } = one;
    return { id, number, title, from: month, to: month, isPoint: true, workPackageId, after };
  });
  return new Map([...bars, ...points].map((one) => [one.id, one]));
}

type Spans = ReadonlyMap<string, PlanSpan>;

/** Months between the two; negative when the one behind begins too early. null when one has no months. */
export function gapMonths(before: PlanSpan, after: PlanSpan): number | null {
  if (before.to === null || after.from === null) return null;
  return after.from - (after.isPoint ? before.to : before.to + 1);
}

/** For each object, the number of its circle; objects outside of every circle have none (Tarjan's components). */
function circles(spans: Spans): Map<string, number> {
  const found = new Map<string, number>();
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const visit = (id: string) => {
    order.set(id, order.size);
    lowest.set(id, order.size - 1);
    stack.push(id);
    for (const other of spans.get(id)?.after ?? []) {
      if (!spans.has(other)) continue;
      if (!order.has(other)) visit(other);
      if (stack.includes(other)) lowest.set(id, Math.min(lowest.get(id) ?? 0, lowest.get(other) ?? 0));
    }
    if (lowest.get(id) !== order.get(id)) return;
    const circle = stack.splice(stack.indexOf(id));
    if (circle.length > 1) for (const one of circle) found.set(one, order.get(id) ?? 0);
  };
  for (const id of spans.keys()) if (!order.has(id)) visit(id);
  return found;
}

/** Those whose two ends are there. */
export function readDependencies(spans: Spans): Dependency[] {
  const circleOf = circles(spans);
  return [...spans.values()].flatMap((after) =>
    after.after.flatMap((id): Dependency[] => {
      const before = spans.get(id);
      if (!before) return [];
      const circle = circleOf.get(id);
      if (circle !== undefined && circle === circleOf.get(after.id))
        return [{ before: id, after: after.id, state: 'cycle' }];
      const gap = gapMonths(before, after);
      return [{ before: id, after: after.id, state: gap === null ? 'open' : gap < 0 ? 'late' : 'kept' }];
    }),
  );
}

export type DependencyRefusal = 'self' | 'inside' | 'there' | 'cycle';

/** Why `after` cannot be made to wait for `before`; null where it can. */
export function checkDependency(spans: Spans, before: string, after: string): DependencyRefusal | null {
  if (before === after) return 'self';
  const [first, second] = [spans.get(before), spans.get(after)];
  if (first?.workPackageId === after || second?.workPackageId === before) return 'inside';
  if (second?.after.includes(before)) return 'there';
  return reaches(spans, before, after) ? 'cycle' : null;
}

/** Does `from` wait for `to`, over whatever is between? */
function reaches(spans: Spans, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(spans.get(id)?.after ?? []));
  }
  return false;
}

/**
 * What cannot end later without the last end of all that depends on each other moving: nothing between it and that end is free.
 * Circles are left out. @returns ids; empty without dependencies
 */
export function criticalPath(spans: Spans, dependencies: readonly Dependency[]): ReadonlySet<string> {
  const followed = dependencies.filter(({ state }) => state === 'kept' || state === 'late');
  const followers = new Map<string, PlanSpan[]>();
  for (const { before, after } of followed) {
    const span = spans.get(after);
    if (span) followers.set(before, [...(followers.get(before) ?? []), span]);
  }
  const linked = [...new Set(followed.flatMap(({ before, after }) => [before, after]))];
  const end = Math.max(...linked.map((id) => spans.get(id)?.to ?? 0));
  const slackOf = new Map<string, number>();
  const slack = (id: string): number => {
    const known = slackOf.get(id);
    if (known !== undefined) return known;
    const span = spans.get(id);
    const behind = followers.get(id) ?? [];
    const found = behind.length
      ? Math.min(...behind.map((one) => (span ? (gapMonths(span, one) ?? 0) : 0) + slack(one.id)))
      : end - (span?.to ?? 0);
    slackOf.set(id, found);
    return found;
  };
  return new Set(linked.filter((id) => slack(id) <= 0));
}
