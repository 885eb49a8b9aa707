// A sheet of a workbook as this feature thinks of it: cells by row, amounts in cents, formulas with the result they have now.
// Knows no file format.

/** Before the id of the call, in the first cell: this table is one of ours. */
export const MARK = 'adagia-budget-1 ';

/** In the first cell of what is only to be read: figures under negotiation. */
export const PROPOSED_MARK = 'adagia-proposed-1';

export type SheetCell =
  | { kind: 'text'; text: string; isHead?: boolean }
  | { kind: 'amount'; cents: number }
  /** People, days, kilometres. */
  | { kind: 'count'; count: number }
  /** `result`: cents, a part of 1, or what is counted; null where there is nothing to compute from. */
  | { kind: 'formula'; formula: string; result: number | null; format: 'euro' | 'share' | 'count' };

export interface BudgetSheet {
  name: string;
  /** null: an empty cell. */
  rows: (SheetCell | null)[][];
  /** Characters. */
  widths: number[];
  /** Rows and columns that stay while one scrolls. */
  frozen: { rows: number; columns: number };
  /** What only a program reads: ids, by which a file finds its way back. */
  hidden?: { rows: number[]; columns: number[] };
}

/** What a file holds: text, numbers and nothing else. Rows may be of different lengths. */
export type RawCell = string | number | null;

export interface RawSheet {
  name: string;
  rows: RawCell[][];
  /** Cells that were merged into one; numbers of rows and columns, from 0, the last ones included. */
  merges: { top: number; left: number; bottom: number; right: number }[];
}

export const head = (text: string): SheetCell => ({ kind: 'text', text, isHead: true });
export const text = (words: string): SheetCell | null => (words === '' ? null : { kind: 'text', text: words });
export const amount = (cents: number | null): SheetCell | null => (cents === null ? null : { kind: 'amount', cents });

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** (0, 0) → A1. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** A cell of another sheet, in a formula. */
export function cellOf(sheetName: string, row: number, column: number): string {
  return `'${sheetName.replaceAll("'", "''")}'!${cellName(row, column)}`;
}

/** Characters: what Excel allows in the name of a sheet. */
const SHEET_NAME_MAX = 31;

/** A name that every spreadsheet takes: translated words may hold anything. */
export function sheetName(words: string): string {
  const name = words.replaceAll(/[[\]:*?/\\]/g, ' ').replaceAll(/^'+|'+$/g, '');
  return name.trim().slice(0, SHEET_NAME_MAX).trim() || 'Sheet';
}
