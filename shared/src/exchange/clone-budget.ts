// Amounts into another call's form. Sums of activities can be built, a split that the new form does not ask for is kept as text.
import { AMOUNT_COLUMN, budgetCell } from '../budget/budget-cells.ts';
import { splitFieldKey } from '../document.ts';
import { type Cloning, keepLeftover } from './clone-content.ts';
import type { PlanMove } from './clone-plan.ts';

interface Cell {
  /** New ids; null for what did not come along. */
  row: string | null;
  column: string | null;
  cents: number;
  /** "WP2 Methods", "Scoala". */
  rowName: string;
  columnName: string;
}

export function cloneBudget(cloning: Cloning, move: PlanMove): void {
  const { from, to } = cloning;
  const cells = readCells(cloning, move);
  for (const cell of cells) {
    if (from.budgetUnit === to.budgetUnit) put(cloning, cell);
    else if (to.budgetUnit === 'work_package') collect(cloning, move, cell);
    else keep(cloning, cell);
  }
}

function readCells({ content, organisations, namesOf, workplan }: Cloning, { objects }: PlanMove): Cell[] {
  const rows = [...workplan.workPackages, ...workplan.activities].map(
    ({ id, number, title }) => [id, `${number} ${title}`.trim()] as const,
  );
  const rowNames = new Map([...workplan.removed.map(({ id, title }) => [id, title] as const), ...rows]);
  return [...content.budget].flatMap(([key, cents]): Cell[] => {
    const [row, column] = splitFieldKey(key);
    const isAmount = column === AMOUNT_COLUMN;
    // Of an organisation that does not come along, or a row that nobody can see any more.
    if ((!isAmount && !organisations.has(column)) || !rowNames.has(row) || typeof cents !== 'number') return [];
    const names = { rowName: rowNames.get(row) ?? '', columnName: isAmount ? '' : (namesOf.get(column) ?? '') };
    const to = isAmount ? AMOUNT_COLUMN : (organisations.get(column) ?? null);
    return [{ row: objects.get(row) ?? null, column: to, cents, ...names }];
  });
}

function put(cloning: Cloning, cell: Cell): void {
  if (cell.row && cell.column) cloning.result.budget.set(budgetCell(cell.row, cell.column), cell.cents);
  else keep(cloning, cell);
}

function keep(cloning: Cloning, { rowName, columnName, cents }: Cell): void {
  const label = columnName ? `${rowName}, ${columnName}` : rowName;
  // A plain figure: the page that shows it knows the reader's language, this file does not.
  keepLeftover(cloning, 'budget', label, (cents / 100).toFixed(2));
}

function add({ result }: Cloning, key: string, cents: number): void {
  result.budget.set(key, Number(result.budget.get(key) ?? 0) + cents);
}

/** Activities with a split by organisation become one amount each, and their sums the split of their work package. */
function collect(cloning: Cloning, { collecting }: PlanMove, cell: Cell): void {
  const { row, column, cents } = cell;
  if (!row || !column || !collecting) return keep(cloning, cell);
  add(cloning, budgetCell(row, AMOUNT_COLUMN), cents);
  if (column === AMOUNT_COLUMN) return;
  add(cloning, budgetCell(collecting, column), cents);
  keep(cloning, cell);
}
