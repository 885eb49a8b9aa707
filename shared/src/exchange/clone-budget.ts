// Amounts into another call's form. Sums of activities can be built, a split that the new form does not ask for is kept as text.
import { AMOUNT_COLUMN, budgetCell } from '../budget/budget-cells.ts';
import { withAgreed } from '../budget/negotiation.ts';
import { splitFieldKey } from '../document.ts';
import { COST, costRows, isCostRow, type QuantityName, quantityKey, splitQuantity } from '../unit-costs/quantities.ts';
import { type Cloning, keepLeftover } from './clone-content.ts';
import type { PlanMove } from './clone-plan.ts';

interface Cell {
  /** New ids; null for what did not come along. */
  row: string | null;
  column: string | null;
  /** Of unit costs; null where the cell is an amount. */
  quantity: QuantityName | null;
  /** Cents, or what was counted. */
  value: number;
  /** "WP2 Methods", "Scoala". */
  rowName: string;
  columnName: string;
}

export function cloneBudget(cloning: Cloning, move: PlanMove): void {
  const { from, to } = cloning;
  for (const cell of readCells(cloning, move)) {
    if (from.budgetUnit === to.budgetUnit) put(cloning, cell);
    else if (from.budgetUnit === 'activity' && to.budgetUnit === 'work_package') collect(cloning, move, cell);
    else keep(cloning, cell);
  }
}

function readCells({ content, organisations, namesOf, workplan }: Cloning, { objects }: PlanMove): Cell[] {
  const rows = [...workplan.workPackages, ...workplan.activities].map(
    ({ id, number, title }) => [id, `${number} ${title}`.trim()] as const,
  );
  const ofCosts = costRows.map((row) => [row, row.replace('-', ' ')] as const);
  const rowNames = new Map([...workplan.removed.map(({ id, title }) => [id, title] as const), ...rows, ...ofCosts]);
  return [...withAgreed(content.budget)].flatMap(([key, value]): Cell[] => {
    const [row, field] = splitFieldKey(key);
    const { organisationId: column, name: quantity } = splitQuantity(field) ?? { organisationId: field, name: null };
    const isAmount = column === AMOUNT_COLUMN;
    // Of an organisation that does not come along, or a row that nobody can see any more.
    if ((!isAmount && !organisations.has(column)) || !rowNames.has(row) || typeof value !== 'number') return [];
    const names = { rowName: rowNames.get(row) ?? '', columnName: isAmount ? '' : (namesOf.get(column) ?? '') };
    const to = isAmount ? AMOUNT_COLUMN : (organisations.get(column) ?? null);
    return [{ row: isCostRow(row) ? row : (objects.get(row) ?? null), column: to, quantity, value, ...names }];
  });
}

function put(cloning: Cloning, cell: Cell): void {
  const { row, column, quantity, value } = cell;
  if (!row || !column) return keep(cloning, cell);
  cloning.result.budget.set(quantity ? quantityKey(row, column, quantity) : budgetCell(row, column), value);
}

function keep(cloning: Cloning, { rowName, columnName, quantity, value }: Cell): void {
  const isMoney = quantity === null || quantity === COST;
  const label = [rowName, columnName, isMoney ? '' : quantity.replace('-', ' ')].filter(Boolean).join(', ');
  // A plain figure: the page that shows it knows the reader's language, this file does not.
  keepLeftover(cloning, 'budget', label, isMoney ? (value / 100).toFixed(2) : String(value));
}

function add({ result }: Cloning, key: string, cents: number): void {
  result.budget.set(key, Number(result.budget.get(key) ?? 0) + cents);
}

/** Activities with a split by organisation become one amount each, and their sums the split of their work package. */
function collect(cloning: Cloning, { collecting }: PlanMove, cell: Cell): void {
  const { row, column, value: cents } = cell;
  if (!row || !column || !collecting) return keep(cloning, cell);
  add(cloning, budgetCell(row, AMOUNT_COLUMN), cents);
  if (column === AMOUNT_COLUMN) return;
  add(cloning, budgetCell(collecting, column), cents);
  keep(cloning, cell);
}
