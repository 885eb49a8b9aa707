// The plan as it was in a version, held against the plan of now: what lay where, by how many months it has slipped, what came and
// what went. Pure: knows neither where the two come from nor how they are drawn.
import type { Period } from './period.ts';
import { type PlanItem, planItems, type Workplan } from './workplan.ts';

export interface Slip {
  /** Months that it had; null: none yet, or it was not there. */
  was: Period | null;
  /** Later is positive. null: one of the two has no months. */
  startMonths: number | null;
  endMonths: number | null;
  isNew: boolean;
}

export interface Baseline {
  /** Of everything in the plan of now, by its id. */
  slips: ReadonlyMap<string, Slip>;
  /** What was in the plan of then and is not in that of now, with the numbers of then. */
  gone: readonly PlanItem[];
  /** Whole months by which the project itself begins later; months of the plan are counted from its start. null: not known. */
  startSlipMonths: number | null;
}

/** A deliverable or milestone is one month. Turned ends are put the right way round. */
export function monthsOf(item: PlanItem): Period | null {
  const [from, to] = 'month' in item ? [item.month, item.month] : [item.from, item.to];
  return from === null || to === null ? null : { from: Math.min(from, to), to: Math.max(from, to) };
}

function slipOf(before: PlanItem | undefined, now: PlanItem): Slip {
  const was = before ? monthsOf(before) : null;
  const is = monthsOf(now);
  return {
    was,
    startMonths: was && is ? is.from - was.from : null,
    endMonths: was && is ? is.to - was.to : null,
    isNew: before === undefined,
  };
}

function monthNumber(day: string | null): number | null {
  const [year = 0, month = 0] = day?.split('-').map(Number) ?? [];
  return day === null ? null : year * 12 + month;
}

interface Dated {
  workplan: Workplan;
  /** Of the project: `2027-09-01`. */
  startDate: string | null;
}

export function comparePlans(then: Dated, now: Dated): Baseline {
  const before = new Map(planItems(then.workplan).map((item) => [item.id, item]));
  const items = planItems(now.workplan);
  const there = new Set(items.map(({ id }) => id));
  const [wasStart, isStart] = [monthNumber(then.startDate), monthNumber(now.startDate)];
  return {
    slips: new Map(items.map((item) => [item.id, slipOf(before.get(item.id), item)])),
    gone: [...before.values()].filter(({ id }) => !there.has(id)),
    startSlipMonths: wasStart === null || isStart === null ? null : isStart - wasStart,
  };
}
