// The budget of a proposal, computed from its cells: amounts of work packages and activities, totals by row, by organisation
// and overall. Whole cents throughout; a cell that holds anything else counts as empty.
import type { Fields } from '../document.ts';
import type { Workplan } from '../plan/workplan.ts';
import type { Call } from '../programme/schema.ts';
import { type CostLine, headingOf, headings } from '../unit-costs/cost-lines.ts';
import { costRows } from '../unit-costs/quantities.ts';
import { AMOUNT_COLUMN, budgetCell } from './budget-cells.ts';
import { agreedIn } from './negotiation.ts';

export interface BudgetRow {
  /** Id of the work package or activity. */
  id: string;
  kind: 'wp' | 'activity' | 'heading';
  number: string;
  title: string;
  /** Cents by organisation; null where the row has no such cell (activities of KA220). */
  byOrganisation: ReadonlyMap<string, number> | null;
  /** Cents; null when nothing was entered. */
  total: number | null;
  /** Of a work package with activities: what they sum to. null when it has none, or when none of them has an amount. */
  activitiesTotal: number | null;
  /** Nobody types its amounts: they follow from quantities. */
  isComputed?: boolean;
  /** Rows beneath it. */
  activities: BudgetRow[];
}

export interface Budget {
  /** Work packages (with their activities beneath), activities where those carry the amounts, or headings of unit costs. */
  rows: BudgetRow[];
  /** Cents by organisation, 0 for one without. */
  organisationTotals: ReadonlyMap<string, number>;
  /** Cents of all rows. */
  total: number;
}

export interface BudgetInput {
  cells: Fields;
  workplan: Workplan;
  organisationIds: readonly string[];
  unit: Call['budgetUnit'];
  /** Lines from quantities, where the unit is that. */
  lines?: readonly CostLine[];
}

/** @returns the agreed cents of a cell, null when it is empty. */
export function amountIn(cells: Fields, rowId: string, columnId: string): number | null {
  return agreedIn(cells, budgetCell(rowId, columnId));
}

const sum = (amounts: Iterable<number>): number => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
};

type Titled = { id: string; number: string; title: string };

function splitRow(input: BudgetInput, one: Titled, kind: BudgetRow['kind'], activities: BudgetRow[]): BudgetRow {
  const byOrganisation = new Map<string, number>();
  for (const organisationId of input.organisationIds) {
    const cents = amountIn(input.cells, one.id, organisationId);
    if (cents !== null) byOrganisation.set(organisationId, cents);
  }
  const known = activities.flatMap((activity) => activity.total ?? []);
  return {
    id: one.id,
    kind,
    number: one.number,
    title: one.title,
    byOrganisation,
    // An imported activity may come with one amount that nobody has shared out yet.
    total: byOrganisation.size > 0 ? sum(byOrganisation.values()) : amountIn(input.cells, one.id, AMOUNT_COLUMN),
    activitiesTotal: known.length > 0 ? sum(known) : null,
    activities,
  };
}

function amountRow(input: BudgetInput, one: Titled): BudgetRow {
  const total = amountIn(input.cells, one.id, AMOUNT_COLUMN);
  const { id, number, title } = one;
  return { id, kind: 'activity', number, title, byOrganisation: null, total, activitiesTotal: null, activities: [] };
}

function computedRow(
  lines: readonly CostLine[],
  one: Titled,
  kind: BudgetRow['kind'],
  activities: BudgetRow[] = [],
): BudgetRow {
  const byOrganisation = new Map<string, number>();
  for (const { organisationId, cents } of lines) {
    byOrganisation.set(organisationId, (byOrganisation.get(organisationId) ?? 0) + cents);
  }
  const { id, number, title } = one;
  const total = lines.length > 0 ? sum(byOrganisation.values()) : null;
  return { id, kind, number, title, byOrganisation, total, activitiesTotal: null, activities, isComputed: true };
}

/** Headings are known by their ids; the interface names them. Beneath: activities of that type, or kinds of real costs. */
function headingRows({ workplan, lines = [] }: BudgetInput): BudgetRow[] {
  return headings.map((heading) => {
    const own = lines.filter((line) => line.heading === heading);
    const beneath = workplan.activities
      .filter(({ part }) => headingOf(part) === heading)
      .map((one) =>
        computedRow(
          own.filter(({ rowId }) => rowId === one.id),
          one,
          'activity',
        ),
      );
    const costs = costRows.filter((row) => (row === 'special-needs' ? 'special_needs' : 'exceptional') === heading);
    const kinds = costs.length > 1 ? costs : [];
    const ofKind = (id: string) => own.filter(({ rowId }) => rowId === id);
    const rows = kinds.map((id) => computedRow(ofKind(id), { id, number: '', title: '' }, 'heading'));
    return computedRow(own, { id: heading, number: '', title: '' }, 'heading', [...beneath, ...rows]);
  });
}

function readRows(input: BudgetInput): BudgetRow[] {
  if (input.unit === 'unit_cost') return headingRows(input);
  const { workPackages, activities } = input.workplan;
  if (input.unit === 'activity') return activities.map((activity) => splitRow(input, activity, 'activity', []));
  return workPackages.map((workPackage) => {
    const rows = workPackage.activities.map((activity) => amountRow(input, activity));
    return splitRow(input, workPackage, 'wp', rows);
  });
}

export function readBudget(input: BudgetInput): Budget {
  const rows = readRows(input);
  const organisationTotals = new Map(
    input.organisationIds.map((id) => [id, sum(rows.map((row) => row.byOrganisation?.get(id) ?? 0))]),
  );
  return { rows, organisationTotals, total: sum(rows.map((row) => row.total ?? 0)) };
}
