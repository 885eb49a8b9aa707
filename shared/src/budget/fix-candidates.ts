// What could mend a broken rule of the budget, each to the cent: some cents less or more in a row, from one row to another, the
// rest of a sum for who has none, another lump sum. Whether it mends, and what it breaks, is tried elsewhere (fixes.ts).
import type { BudgetRow } from './budget.ts';
import { AMOUNT_COLUMN, AMOUNT_MAX_CENTS, budgetCell } from './budget-cells.ts';
import { fullPartners, type RuleContext, type Violation } from './rule.ts';

export interface Fix {
  kind: 'take' | 'give' | 'takeBoth' | 'giveBoth' | 'takeSeveral' | 'move' | 'choose';
  /** For the sentence, named as in a violation; number and title of the row, otherNumber and otherTitle of the second one. */
  data: Readonly<Record<string, string | number>>;
  /** Cells of the document by key, with what they hold then; null for an empty one. */
  changes: Readonly<Record<string, number | null>>;
  /** The lump sum to choose instead. */
  lumpSumCents?: number;
}

type Changes = Record<string, number | null>;
type Cell = readonly [key: string, cents: number];

/** The cells that make up a row, the largest first. Empty for a row that nobody has given anything. */
function cellsOf(row: BudgetRow): Cell[] {
  const split = [...(row.byOrganisation ?? [])].map(([id, cents]): Cell => [budgetCell(row.id, id), cents]);
  if (split.length > 0) return split.sort((a, b) => b[1] - a[1]);
  return row.total === null ? [] : [[budgetCell(row.id, AMOUNT_COLUMN), row.total]];
}

/** Off the largest cells first. null where the row has not that much. */
function take(row: BudgetRow, cents: number): Changes | null {
  const changes: Changes = {};
  let rest = cents;
  for (const [key, has] of cellsOf(row)) {
    const off = Math.min(has, rest);
    if (off > 0) changes[key] = has - off;
    rest -= off;
  }
  return rest === 0 ? changes : null;
}

function firstCell(row: BudgetRow, { organisations }: RuleContext): string {
  const [first] = fullPartners(organisations);
  return budgetCell(row.id, row.byOrganisation && first ? first.id : AMOUNT_COLUMN);
}

/** Where the most is already. */
function give(row: BudgetRow, cents: number, context: RuleContext): Changes | null {
  const [key, has] = cellsOf(row)[0] ?? [firstCell(row, context), 0];
  return has + cents <= AMOUNT_MAX_CENTS ? { [key]: has + cents } : null;
}

const together = (one: Changes | null, other: Changes | null): Changes | null => one && other && { ...one, ...other };

function fixOf(kind: Fix['kind'], changes: Changes | null, cents: number, rows: readonly BudgetRow[]): Fix[] {
  if (!changes) return [];
  const [row, other] = rows;
  const data = {
    differenceCents: cents,
    ...(row && { number: row.number, title: row.title }),
    ...(other && { otherNumber: other.number, otherTitle: other.title }),
  };
  return [{ kind, data, changes }];
}

const byAmount = (rows: readonly BudgetRow[]): BudgetRow[] => rows.toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0));

/** A row alone, and together with one of its activities, which keeps the two in step. */
function takeFrom(row: BudgetRow, cents: number): Fix[] {
  const own = take(row, cents);
  const withActivity = byAmount(row.activities).flatMap((activity) =>
    fixOf('takeBoth', together(own, take(activity, cents)), cents, [row, activity]),
  );
  return [...fixOf('take', own, cents, [row]), ...withActivity.slice(0, 1)];
}

function giveTo(row: BudgetRow, cents: number, context: RuleContext): Fix[] {
  const own = give(row, cents, context);
  const withActivity = byAmount(row.activities).flatMap((activity) =>
    fixOf('giveBoth', together(own, give(activity, cents, context)), cents, [row, activity]),
  );
  return [...fixOf('give', own, cents, [row]), ...withActivity.slice(0, 1)];
}

/** Where no row has enough: off the largest ones, until it is. */
function takeSeveral(rows: readonly BudgetRow[], cents: number): Fix[] {
  let rest = cents;
  let changes: Changes | null = {};
  const used: BudgetRow[] = [];
  for (const row of byAmount(rows)) {
    const off = Math.min(row.total ?? 0, rest);
    if (off === 0) continue;
    changes = together(changes, take(row, off));
    used.push(row);
    rest -= off;
  }
  if (rest > 0 || used.length < 2) return [];
  return fixOf(
    'takeSeveral',
    changes,
    cents,
    [used[0], used.at(-1)].flatMap((row) => row ?? []),
  );
}

function sumCandidates(context: RuleContext, isOver: boolean, cents: number): Fix[] {
  const rows = byAmount(context.budget.rows);
  if (!isOver) return rows.flatMap((row) => giveTo(row, cents, context));
  return [...rows.flatMap((row) => takeFrom(row, cents)), ...takeSeveral(rows, cents)];
}

function activityCandidates(context: RuleContext, row: BudgetRow, isOver: boolean, cents: number): Fix[] {
  const activities = byAmount(row.activities);
  if (!isOver) {
    const given = activities.flatMap((one) => fixOf('give', give(one, cents, context), cents, [one]));
    return [...given, ...fixOf('take', take(row, cents), cents, [row])];
  }
  const taken = activities.flatMap((one) => fixOf('take', take(one, cents), cents, [one]));
  return [...taken, ...takeSeveral(activities, cents), ...fixOf('give', give(row, cents, context), cents, [row])];
}

/** What is too much goes to another work package, so that the sum stays; or away, where the whole is too much already. */
function shareCandidates(context: RuleContext, row: BudgetRow, cents: number): Fix[] {
  const taken = take(row, cents);
  const others = byAmount(context.budget.rows.filter(({ id }) => id !== row.id));
  const moved = others.flatMap((other) =>
    giveTo(other, cents, context).flatMap(({ changes }) =>
      fixOf('move', together(taken, changes), cents, [row, other]),
    ),
  );
  const gone = fixOf('take', taken, cents, [row]);
  const isTooMuch = context.budget.total > (context.project.lumpSumCents ?? 0);
  return isTooMuch ? [...gone, ...moved] : [...moved, ...gone];
}

/** An activity without an amount gets what is left of its work package, or of the lump sum. */
function restCandidates(context: RuleContext, rowId: string): Fix[] {
  const { budget, project } = context;
  const host = budget.rows.find(({ activities }) => activities.some(({ id }) => id === rowId));
  const row = [...budget.rows, ...(host?.activities ?? [])].find(({ id }) => id === rowId);
  if (!row) return [];
  const rest = host ? (host.total ?? 0) - (host.activitiesTotal ?? 0) : (project.lumpSumCents ?? 0) - budget.total;
  return rest > 0 ? fixOf('give', give(row, rest, context), rest, [row]) : [];
}

function lumpSumCandidates({ call, project, budget }: RuleContext): Fix[] {
  const wanted = budget.total || (project.lumpSumCents ?? 0);
  const sums = call.lumpSumsCents?.value.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted)) ?? [];
  return sums.map((lumpSumCents) => ({ kind: 'choose', data: { lumpSumCents }, changes: {}, lumpSumCents }));
}

export function candidatesFor(context: RuleContext, { rule, message, place, data }: Violation): Fix[] {
  const cents = Number(data.differenceCents);
  const rowId = (place.page === 'budget' && place.rowId) || '';
  const row = context.budget.rows.find(({ id }) => id === rowId);
  const isOver = message.endsWith('-over');
  if (context.call.unitCosts) return [];
  if (rule === 'lump-sum-chosen') return lumpSumCandidates(context);
  if (rule === 'work-packages-add-up' || rule === 'activities-fill-lump-sum')
    return sumCandidates(context, isOver, cents);
  if (rule === 'activity-amount') return restCandidates(context, rowId);
  if (!row) return [];
  if (rule === 'activities-add-up') return activityCandidates(context, row, isOver, cents);
  return rule === 'management-share' ? shareCandidates(context, row, cents) : [];
}
