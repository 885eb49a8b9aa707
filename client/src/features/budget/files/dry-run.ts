// What a file would change in the budget, and which of its cells cannot be taken and why: all before anything is written. Pure.
import { parseAmount } from '@adagia/shared/budget/parse-amount';
import type { FieldChanges } from '@adagia/shared/plan/plan-edits';
import type { BadCell } from '../grid-edits.ts';
import type { GridCell, GridModel } from '../grid-model.ts';
import { cellName, type RawCell, type RawSheet } from './sheet.ts';
import type { TableMapping } from './table-mapping.ts';

export interface AmountChange {
  /** In the file: "D5". */
  cell: string;
  /** In the grid. */
  row: number;
  column: number;
  /** Cents, or what is counted; null: empty. */
  before: number | null;
  after: number | null;
}

export interface SheetProblem {
  cell: string;
  text: string;
  problem: BadCell['problem'] | 'merged' | 'calculation' | 'count';
}

export interface DryRun {
  changes: AmountChange[];
  problems: SheetProblem[];
  /** Amounts of the file that are there already. */
  unchanged: number;
  /** What is to be written where nothing has a problem. */
  fields: FieldChanges;
}

export interface DryRunInput {
  sheet: RawSheet;
  mapping: TableMapping;
  model: GridModel;
  /** An empty cell of the file empties its cell in the grid; else it says nothing. */
  doesEmpty: boolean;
}

type Read = { cents: number | null } | { problem: SheetProblem['problem'] };

/** Euro as a spreadsheet computes with them: 0.1 + 0.2 is 0.30000000000000004 there too. */
const CENT_NOISE = 1e-4;

/** People, days and kilometres: whole, and nothing is the same as none. */
function readCount(raw: RawCell): Read {
  const typed = String(raw ?? '').trim();
  if (typed === '') return { cents: null };
  return /^\d{1,5}$/.test(typed) ? { cents: Number(typed) || null } : { problem: 'count' };
}

function read(raw: RawCell, { isCount }: GridCell): Read {
  if (raw === null) return { cents: null };
  if (isCount) return readCount(raw);
  if (typeof raw === 'string') {
    // What a spreadsheet shows where a formula failed.
    if (/^#[A-Z/0!?]+/.test(raw)) return { problem: 'calculation' };
    const parsed = parseAmount(raw);
    return parsed.isValid ? { cents: parsed.cents } : { problem: parsed.problem };
  }
  const cents = Math.round(raw * 100);
  if (Math.abs(raw * 100 - cents) > CENT_NOISE) return { problem: 'cents-fraction' };
  const parsed = parseAmount(String(cents / 100));
  return parsed.isValid ? { cents: parsed.cents } : { problem: parsed.problem };
}

export function dryRun(input: DryRunInput): DryRun {
  const run: DryRun = { changes: [], problems: [], unchanged: 0, fields: {} };
  const { sheet, mapping, model } = input;
  for (const [row, gridRow] of mapping.rows.entries()) {
    for (const [column, gridColumn] of mapping.columns.entries()) {
      if (gridRow === null || gridColumn === null) continue;
      const target = model.rows[gridRow]?.cells[gridColumn];
      if (target)
        tryCell(input, run, { row, column, gridRow, gridColumn, target, raw: sheet.rows[row]?.[column] ?? null });
    }
  }
  return run;
}

interface Tried {
  row: number;
  column: number;
  gridRow: number;
  gridColumn: number;
  target: GridCell;
  raw: RawCell;
}

function tryCell({ sheet, doesEmpty }: DryRunInput, run: DryRun, tried: Tried): void {
  const { row, column, gridRow, gridColumn, target, raw } = tried;
  const cell = cellName(row, column);
  const refuse = (problem: SheetProblem['problem']) => {
    run.problems.push({ cell, text: String(raw ?? ''), problem });
  };
  // A sum follows from the amounts that it sums: what the file says of it is no amount.
  if (target.key === null && !target.isVoid && !target.isForeign) return;
  if (target.key !== null && isMerged(sheet, row, column)) return refuse('merged');
  const found = read(raw, target);
  if ('problem' in found) return refuse(found.problem);
  const { cents } = found;
  if (cents === target.value) run.unchanged += cents === null ? 0 : 1;
  else if (cents === null && (!doesEmpty || target.key === null)) return;
  else if (target.key === null) refuse(target.isForeign ? 'foreign' : 'computed');
  else {
    run.changes.push({ cell, row: gridRow, column: gridColumn, before: target.value, after: cents });
    run.fields[target.key] = cents ?? undefined;
  }
}

/** Its amount stands for several rows or columns: nobody knows whose it is. */
function isMerged({ merges }: RawSheet, row: number, column: number): boolean {
  return merges.some(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
}
