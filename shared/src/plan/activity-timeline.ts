// What each organisation does, when, and for how much; and what goes on in each month: the plan and the budget from the side of
// the partners. Nothing here is stored.
import type { Budget, BudgetRow } from '../budget/budget.ts';
import type { PlanActivity, PlanPoint, PlanWorkPackage, Workplan } from './workplan.ts';

export interface OrganisationTask {
  item: PlanWorkPackage | PlanActivity;
  isLead: boolean;
  /** Cents of this organisation; null where the budget splits nothing here, or nothing is entered. */
  cents: number | null;
}

export interface OrganisationTimeline {
  organisationId: string;
  /** In the order of the plan: what it leads, takes part in, or is paid for. */
  tasks: OrganisationTask[];
  deliverables: PlanPoint[];
  /** Months in which an activity of it goes on. */
  busyMonths: number;
  totalCents: number;
}

export interface MonthTimeline {
  month: number;
  activities: PlanActivity[];
  /** There at the end of the month. */
  points: PlanPoint[];
}

function rowsById({ rows }: Budget): Map<string, BudgetRow> {
  return new Map(rows.flatMap((row) => [row, ...row.activities]).map((row) => [row.id, row]));
}

const runsIn = ({ from, to }: PlanActivity, month: number): boolean =>
  from !== null && to !== null && from <= month && month <= to;

function tasksOf(organisationId: string, workplan: Workplan, rows: ReadonlyMap<string, BudgetRow>): OrganisationTask[] {
  const all = [
    ...workplan.workPackages.flatMap((one) => [one, ...one.activities]),
    ...workplan.activities.filter((one) => one.workPackageId === null),
  ];
  return all.flatMap((item) => {
    const isLead = item.lead === organisationId;
    const cents = rows.get(item.id)?.byOrganisation?.get(organisationId) ?? null;
    const takesPart = 'participants' in item && item.participants.includes(organisationId);
    return isLead || takesPart || cents ? [{ item, isLead, cents }] : [];
  });
}

export function organisationTimelines(
  organisationIds: readonly string[],
  workplan: Workplan,
  budget: Budget,
): OrganisationTimeline[] {
  const rows = rowsById(budget);
  return organisationIds.map((organisationId) => {
    const tasks = tasksOf(organisationId, workplan, rows);
    const months = new Set<number>();
    for (const { item } of tasks) {
      if (!('participants' in item) || item.from === null || item.to === null) continue;
      for (let month = item.from; month <= item.to; month += 1) months.add(month);
    }
    return {
      organisationId,
      tasks,
      deliverables: workplan.deliverables.filter(({ lead }) => lead === organisationId),
      busyMonths: months.size,
      totalCents: budget.organisationTotals.get(organisationId) ?? 0,
    };
  });
}

/** Every month of the axis, also those in which nothing goes on. @param months last one */
export function monthTimelines(workplan: Workplan, months: number): MonthTimeline[] {
  const points = [...workplan.deliverables, ...workplan.milestones];
  return Array.from({ length: months }, (_, index) => ({
    month: index + 1,
    activities: workplan.activities.filter((one) => runsIn(one, index + 1)),
    points: points.filter((one) => one.month === index + 1),
  }));
}
