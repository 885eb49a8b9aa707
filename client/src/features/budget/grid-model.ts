// The budget as a rectangle of cells: which rows and columns it has, what each cell shows, and which cell of the document it
// edits, if any. Pure; knows no selection and no elements.
import type { Budget, BudgetRow } from '@adagia/shared/budget/budget';
import { AMOUNT_COLUMN, budgetCell } from '@adagia/shared/budget/budget-cells';
import type { Negotiation } from '@adagia/shared/budget/negotiation';
import { TOTAL_COLUMN } from '@adagia/shared/budget/rule';
import type { Call } from '@adagia/shared/programme/schema';

export interface GridColumn {
  id: string;
  kind: 'organisation' | 'total' | 'share' | 'rest';
}

export interface GridCell {
  /** Key in the map `budget`; null where the cell is computed, or there is none. */
  key: string | null;
  /** Key of the figure that it shows, whoever may change it; null where nobody types one. */
  figure: string | null;
  /** Cents, or a part of 1 in a share; null when empty. */
  value: number | null;
  /** The cell does not exist: activities of KA220 have no amount by organisation. */
  isVoid: boolean;
  /** It is another organisation's to change. */
  isForeign?: boolean;
  /** What is proposed or offered beside the agreed amount. */
  open?: Negotiation;
  /** A whole number of people, days or kilometres; else cents. */
  isCount?: boolean;
}

export interface GridRow {
  row: BudgetRow;
  /** 1 for work packages, and for activities without one; 2 beneath. */
  level: 1 | 2;
  /** One for each column. */
  cells: GridCell[];
}

export interface GridModel {
  columns: GridColumn[];
  rows: GridRow[];
}

export interface GridInput {
  budget: Budget;
  organisationIds: readonly string[];
  unit: Call['budgetUnit'];
  lumpSumCents: number | null;
  /** May I change the cell with this key? All when left out. */
  isMine?(key: string): boolean;
  /** What is open in the cell with this key. */
  openIn?(key: string): Negotiation | null;
}

export function gridModel(input: GridInput): GridModel {
  const columns: GridColumn[] = [
    ...input.organisationIds.map((id): GridColumn => ({ id, kind: 'organisation' })),
    { id: TOTAL_COLUMN, kind: 'total' },
    { id: 'share', kind: 'share' },
  ];
  if (input.unit === 'work_package') columns.push({ id: 'rest', kind: 'rest' });
  const rowOf = (row: BudgetRow, level: 1 | 2): GridRow => ({
    row,
    level,
    cells: columns.map((column) => cellFor(row, column, input)),
  });
  const rows = input.budget.rows.flatMap((row) => [rowOf(row, 1), ...row.activities.map((one) => rowOf(one, 2))]);
  return { columns, rows };
}

const computed = (value: number | null): GridCell => ({ key: null, figure: null, value, isVoid: false });
const nothing: GridCell = { key: null, figure: null, value: null, isVoid: true };
const typed = (figure: string, value: number | null): GridCell => ({ key: figure, figure, value, isVoid: false });

/** The amount of somebody else's cell is shown, and edits nothing. */
function cellFor(row: BudgetRow, column: GridColumn, { lumpSumCents, isMine, openIn }: GridInput): GridCell {
  const plain = cellOf(row, column, lumpSumCents);
  const open = column.kind === 'organisation' && plain.key !== null ? (openIn?.(plain.key) ?? null) : null;
  const cell = open ? { ...plain, open } : plain;
  return cell.key === null || !isMine || isMine(cell.key) ? cell : { ...cell, key: null, isForeign: true };
}

function cellOf(row: BudgetRow, column: GridColumn, lumpSumCents: number | null): GridCell {
  const isSplit = row.byOrganisation !== null;
  switch (column.kind) {
    case 'organisation':
      if (!isSplit) return nothing;
      if (row.isComputed) return computed(row.byOrganisation?.get(column.id) ?? null);
      return typed(budgetCell(row.id, column.id), row.byOrganisation?.get(column.id) ?? null);
    case 'total':
      return isSplit ? computed(row.total) : typed(budgetCell(row.id, AMOUNT_COLUMN), row.total);
    case 'share':
      return isSplit ? computed(lumpSumCents && row.total !== null ? row.total / lumpSumCents : null) : nothing;
    case 'rest':
      return row.activities.length > 0 ? computed((row.total ?? 0) - (row.activitiesTotal ?? 0)) : nothing;
  }
}

/** Amounts and their totals: what can be talked about. Shares and what is left follow from them. */
export function isAboutMoney({ rows, columns }: GridModel, { row, column }: { row: number; column: number }): boolean {
  const kind = columns[column]?.kind;
  return (kind === 'organisation' || kind === 'total') && rows[row]?.cells[column]?.isVoid === false;
}

export function cellAt(model: GridModel, row: number, column: number): GridCell | undefined {
  return model.rows[row]?.cells[column];
}
