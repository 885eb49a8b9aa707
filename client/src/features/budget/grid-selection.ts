// Which cells of the grid are selected, and how keys move through them, as in every spreadsheet. A selection is kept by ids,
// not by places: when somebody adds or moves a row, it stays on the same cells. Pure.
import type { GridModel } from './grid-model.ts';

export interface CellId {
  rowId: string;
  columnId: string;
}

export interface Selection {
  /** Where it began. */
  anchor: CellId;
  /** The cell with the focus; the other corner. */
  active: CellId;
}

export interface Position {
  row: number;
  column: number;
}

/** Both ends included. */
export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function cellIdAt(model: GridModel, { row, column }: Position): CellId {
  return { rowId: model.rows[row]?.row.id ?? '', columnId: model.columns[column]?.id ?? '' };
}

/** A cell that has gone is where the grid begins. */
export function positionOf(model: GridModel, cell: CellId): Position {
  return {
    row: Math.max(
      0,
      model.rows.findIndex((one) => one.row.id === cell.rowId),
    ),
    column: Math.max(
      0,
      model.columns.findIndex((one) => one.id === cell.columnId),
    ),
  };
}

export function rangeOf(model: GridModel, selection: Selection): Range {
  const a = positionOf(model, selection.anchor);
  const b = positionOf(model, selection.active);
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

export function isInRange({ top, bottom, left, right }: Range, { row, column }: Position): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

const clamp = (value: number, max: number): number => Math.min(Math.max(value, 0), max);

/** @returns the position some rows and columns away, at the edge where there are no more */
export function moveBy(model: GridModel, from: Position, by: Position): Position {
  return {
    row: clamp(from.row + by.row, model.rows.length - 1),
    column: clamp(from.column + by.column, model.columns.length - 1),
  };
}

/** Tab goes on to the next row at the end of one. @returns null beyond the first and the last cell: the focus leaves */
export function nextCell(model: GridModel, from: Position, step: 1 | -1): Position | null {
  const columns = model.columns.length;
  const at = from.row * columns + from.column + step;
  if (at < 0 || at >= model.rows.length * columns) return null;
  return { row: Math.floor(at / columns), column: at % columns };
}

const arrows: Readonly<Record<string, Position>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

export interface GridKey {
  key: string;
  /** Ctrl, or Cmd on a Mac. */
  isMod: boolean;
}

/** @returns where a key leads, null when it is no key of movement */
export function keyTarget(model: GridModel, from: Position, { key, isMod }: GridKey): Position | null {
  const last = { row: model.rows.length - 1, column: model.columns.length - 1 };
  const arrow = arrows[key];
  if (arrow) {
    const far = { row: arrow.row * model.rows.length, column: arrow.column * model.columns.length };
    return moveBy(model, from, isMod ? far : arrow);
  }
  if (key === 'Home') return { row: isMod ? 0 : from.row, column: 0 };
  if (key === 'End') return { row: isMod ? last.row : from.row, column: last.column };
  if (key === 'PageDown') return moveBy(model, from, { row: 10, column: 0 });
  if (key === 'PageUp') return moveBy(model, from, { row: -10, column: 0 });
  return null;
}
