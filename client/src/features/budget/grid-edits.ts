// What paste, cut, delete and fill down change: all of a range or nothing of it. A cell that cannot take its value is named
// with the reason, and then nothing is written. Pure.
import { type AmountProblem, parseAmount } from '@adagia/shared/budget/parse-amount';
import type { FieldChanges } from '@adagia/shared/plan/plan-edits';
import { cellAt, type GridModel } from './grid-model.ts';
import type { Position, Range } from './grid-selection.ts';

export interface BadCell extends Position {
  text: string;
  problem: AmountProblem | 'computed' | 'foreign' | 'outside';
}

export type GridEdit = { changes: FieldChanges; count: number; range: Range } | { bad: BadCell[] };

/** One copied cell, or a whole number of times its rows and columns, fills the selection, as in Excel. */
function pastedRange(grid: readonly (readonly string[])[], range: Range): Range {
  const rows = grid.length;
  const columns = Math.max(1, ...grid.map((row) => row.length));
  const height = range.bottom - range.top + 1;
  const width = range.right - range.left + 1;
  const isMultiple = height % rows === 0 && width % columns === 0;
  const bottom = range.top + (isMultiple ? height : rows) - 1;
  const right = range.left + (isMultiple ? width : columns) - 1;
  return { ...range, bottom, right };
}

interface Typed extends Position {
  text: string;
}

function editOf(model: GridModel, { row, column, text }: Typed): FieldChanges | BadCell {
  const cell = cellAt(model, row, column);
  const bad = (problem: BadCell['problem']): BadCell => ({ row, column, text, problem });
  if (!cell) return text.trim() === '' ? {} : bad('outside');
  // What is computed may be pasted over with nothing, or with itself: a copied row with its total goes back where it was.
  const parsed = parseAmount(text);
  if (cell.key === null) {
    const isHarmless = text.trim() === '' || (parsed.isValid && parsed.cents === cell.value);
    return isHarmless ? {} : bad(cell.isForeign ? 'foreign' : 'computed');
  }
  return parsed.isValid ? { [cell.key]: parsed.cents ?? undefined } : bad(parsed.problem);
}

const isBad = (edit: FieldChanges | BadCell): edit is BadCell => 'problem' in edit;

export function pasteGrid(model: GridModel, grid: readonly (readonly string[])[], selected: Range): GridEdit {
  const range = pastedRange(grid, selected);
  const changes: FieldChanges = {};
  const bad: BadCell[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const texts = grid[(row - range.top) % grid.length] ?? [];
    const width = Math.max(1, ...grid.map((one) => one.length));
    for (let column = range.left; column <= range.right; column += 1) {
      const edit = editOf(model, { row, column, text: texts[(column - range.left) % width] ?? '' });
      if (isBad(edit)) bad.push(edit);
      else Object.assign(changes, edit);
    }
  }
  const inside = {
    ...range,
    bottom: Math.min(range.bottom, model.rows.length - 1),
    right: Math.min(range.right, model.columns.length - 1),
  };
  return bad.length > 0 ? { bad } : { changes, count: Object.keys(changes).length, range: inside };
}

/** Computed cells in the range stay as they are. */
export function clearRange(model: GridModel, { top, bottom, left, right }: Range): FieldChanges {
  const changes: FieldChanges = {};
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const key = cellAt(model, row, column)?.key;
      if (key) changes[key] = undefined;
    }
  }
  return changes;
}

/** The first row of the range goes into the others; of a single row, the row above goes into it, as in Excel. */
export function fillDown(model: GridModel, range: Range): FieldChanges {
  const source = range.top === range.bottom ? range.top - 1 : range.top;
  const changes: FieldChanges = {};
  for (let column = range.left; column <= range.right; column += 1) {
    const from = cellAt(model, source, column);
    if (!from || from.key === null) continue;
    for (let row = source + 1; row <= range.bottom; row += 1) {
      const key = cellAt(model, row, column)?.key;
      if (key) changes[key] = from.value ?? undefined;
    }
  }
  return changes;
}

/** @param write a cell's amount as text */
export function copyRange(model: GridModel, range: Range, write: (cents: number) => string): string[][] {
  const texts: string[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells: string[] = [];
    for (let column = range.left; column <= range.right; column += 1) {
      const value = cellAt(model, row, column)?.value ?? null;
      const isShare = model.columns[column]?.kind === 'share';
      cells.push(value === null ? '' : isShare ? String(Math.round(value * 10_000) / 10_000) : write(value));
    }
    texts.push(cells);
  }
  return texts;
}
