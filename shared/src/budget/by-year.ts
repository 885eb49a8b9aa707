// How the amounts of a budget fall on calendar years: each in equal parts on the months of its work. An estimate, since nobody
// enters months of money; but to the cent, so that the years add up to the total.
import { monthDate, type ProjectFacts } from '../plan/project-facts.ts';
import type { PlanActivity, PlanWorkPackage, Workplan } from '../plan/workplan.ts';
import type { Budget, BudgetRow } from './budget.ts';

export interface BudgetByYear {
  /** Cents by calendar year, in order; by year of the project (1, 2, …) where the project has no start yet. */
  years: ReadonlyMap<number, number>;
  /** Cents of work without months. */
  undated: number;
}

type Dated = Pick<PlanActivity | PlanWorkPackage, 'from' | 'to'>;

export function budgetByYear(
  budget: Budget,
  { workPackages, activities }: Workplan,
  startDate: ProjectFacts['startDate'],
): BudgetByYear {
  const periods = new Map<string, Dated>([...workPackages, ...activities].map((one) => [one.id, one]));
  const years = new Map<number, number>();
  let undated = 0;
  for (const { id, cents } of parts(budget.rows)) {
    const months = monthsOf(periods.get(id));
    if (months === null) undated += cents;
    else share(cents, months).forEach((part, at) => add(years, yearOf(months.from + at, startDate), part));
  }
  return { years: new Map([...years].sort(([one], [other]) => one - other)), undated };
}

/** Amounts that are on one row alone: of a work package what its activities leave, which may be less than nothing. */
function* parts(rows: readonly BudgetRow[]): Generator<{ id: string; cents: number }> {
  for (const row of rows) {
    // Of unit costs an activity's amount is part of its heading's.
    const beneath = row.isComputed
      ? row.activities.reduce((sum, { total }) => sum + (total ?? 0), 0)
      : (row.activitiesTotal ?? 0);
    yield { id: row.id, cents: (row.total ?? 0) - beneath };
    for (const activity of row.activities) yield { id: activity.id, cents: activity.total ?? 0 };
  }
}

interface Months {
  from: number;
  count: number;
}

function monthsOf(dated: Dated | undefined): Months | null {
  const from = dated?.from ?? null;
  const to = dated?.to ?? null;
  return from === null || to === null || to < from ? null : { from, count: to - from + 1 };
}

/** Equal parts that add up: the cents that are left over go to the last months. */
function share(cents: number, { count }: Months): number[] {
  return Array.from(
    { length: count },
    (_, at) => Math.floor((cents * (at + 1)) / count) - Math.floor((cents * at) / count),
  );
}

function yearOf(month: number, startDate: string | null): number {
  return startDate === null ? Math.ceil(month / 12) : monthDate(startDate, month).getUTCFullYear();
}

function add(years: Map<number, number>, year: number, cents: number): void {
  if (cents !== 0) years.set(year, (years.get(year) ?? 0) + cents);
}
