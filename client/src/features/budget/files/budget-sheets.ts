// The budget as the sheets of a workbook, one for each view: the grid, by organisation, by work. What the grid computes is a
// formula there too, so that whoever changes an amount in Excel sees the sums follow. Ids stand in a hidden row and column: by
// them the same file is read back.
import type { Budget, BudgetRow } from '@adagia/shared/budget/budget';
import { AMOUNT_COLUMN } from '@adagia/shared/budget/budget-cells';
import type { GridCell, GridModel } from '../grid-model.ts';
import { type ProposedFigure, type ProposedWord, proposedSheet } from './proposed-sheet.ts';
import {
  amount,
  type BudgetSheet,
  cellName,
  cellOf,
  columnLetters,
  head,
  MARK,
  type SheetCell,
  sheetName,
  text,
} from './sheet.ts';

export interface BudgetSheetsInput {
  callId: string;
  budget: Budget;
  organisations: readonly { id: string; number: string; name: string }[];
  /** Of a work package and its activities: activities have one amount each. */
  hasActivitiesBeneath: boolean;
  lumpSumCents: number | null;
  /** What a row is called; its title where that is left out. */
  titleOf?(row: BudgetRow): string;
  /** From which the amounts are computed, where nobody types one: a sheet of its own, the one that is read back. */
  quantities?: GridModel;
  /** Where the budget is negotiated; none while nothing is open. */
  proposed?: { figures: readonly ProposedFigure[]; words: Record<ProposedWord, string> };
  words: Record<SheetWord, string>;
}

export type SheetWord =
  | 'grid'
  | 'byOrganisation'
  | 'byWork'
  | 'number'
  | 'title'
  | 'organisation'
  | 'total'
  | 'share'
  | 'rest'
  | 'activities'
  | 'lumpSum'
  | 'remaining'
  | 'quantities';

const HEAD_ROW = 1;
const FIRST_ROW = 2;
/** Id, number, title. */
const FIRST_COLUMN = 3;

interface Placed {
  row: BudgetRow;
  /** In the sheet. */
  at: number;
  /** Counts in sums: not part of another row. */
  isTop: boolean;
  /** The rows of its activities, in the sheet. */
  beneath: { first: number; last: number } | null;
}

function place(budget: Budget): Placed[] {
  let at = FIRST_ROW;
  return budget.rows.flatMap((row) => {
    const own: Placed = { row, at, isTop: true, beneath: null };
    at += 1;
    const activities = row.activities.map(
      (activity): Placed => ({ row: activity, at: at++, isTop: false, beneath: null }),
    );
    if (activities.length > 0) own.beneath = { first: own.at + 1, last: at - 1 };
    return [own, ...activities];
  });
}

const titleIn = ({ titleOf }: BudgetSheetsInput, row: BudgetRow): string => titleOf?.(row) ?? row.title;

const euro = (formula: string, cents: number | null): SheetCell => ({
  kind: 'formula',
  formula,
  result: cents,
  format: 'euro',
});

function share(of: string, whole: string, part: number | null, all: number | null): SheetCell {
  const result = part !== null && all ? part / all : null;
  return { kind: 'formula', formula: `IF(N(${whole})=0,"",${of}/${whole})`, result, format: 'share' };
}

class Grid {
  readonly name: string;
  readonly placed: Placed[];
  readonly totalColumn: number;
  readonly totalRow: number;
  readonly #input: BudgetSheetsInput;

  constructor(input: BudgetSheetsInput) {
    this.#input = input;
    this.name = sheetName(input.words.grid);
    this.placed = place(input.budget);
    this.totalColumn = FIRST_COLUMN + input.organisations.length;
    this.totalRow = FIRST_ROW + this.placed.length;
  }

  /** Of which shares are: the lump sum, or all that was computed. */
  get wholeCell(): string {
    return `$${columnLetters(this.totalColumn)}$${this.totalRow + (this.#input.quantities ? 1 : 2)}`;
  }

  get wholeCents(): number | null {
    return this.#input.quantities ? this.#input.budget.total : this.#input.lumpSumCents;
  }

  sheet(): BudgetSheet {
    const { organisations, words, hasActivitiesBeneath, callId, quantities } = this.#input;
    const columns = [...organisations.map(({ id }) => text(id)), text(AMOUNT_COLUMN)];
    const names = organisations.map(({ number, name }) => head(`${number} ${name}`));
    const computed = [head(words.total), head(words.share), ...(hasActivitiesBeneath ? [head(words.rest)] : [])];
    return {
      name: this.name,
      rows: [
        // Computed amounts are not read back.
        [quantities ? null : text(MARK + callId), null, null, ...columns],
        [null, head(words.number), head(words.title), ...names, ...computed],
        ...this.placed.map((placed) => this.#row(placed)),
        ...this.#sums(),
      ],
      widths: [4, 8, 36, ...names.map(() => 16), 16, 10, 16],
      frozen: { rows: FIRST_ROW, columns: FIRST_COLUMN },
      hidden: { rows: [0], columns: [0] },
    };
  }

  #row({ row, at, beneath }: Placed): (SheetCell | null)[] {
    const { organisations, hasActivitiesBeneath } = this.#input;
    const split = row.byOrganisation;
    const amounts = organisations.map(({ id }) => amount(split?.get(id) ?? null));
    const total = cellName(at, this.totalColumn);
    const cells = [text(row.id), text(row.number), text(titleIn(this.#input, row)), ...amounts, this.#total(row, at)];
    if (!split) return cells;
    cells.push(share(total, this.wholeCell, row.total, this.wholeCents));
    if (!hasActivitiesBeneath || !beneath) return cells;
    const letters = columnLetters(this.totalColumn);
    const activities = `SUM(${letters}${beneath.first + 1}:${letters}${beneath.last + 1})`;
    return [...cells, euro(`${total}-${activities}`, (row.total ?? 0) - (row.activitiesTotal ?? 0))];
  }

  /** Of what is shared out a sum, else the one amount that there is. */
  #total(row: BudgetRow, at: number): SheetCell | null {
    const isSum = row.byOrganisation !== null && (row.byOrganisation.size > 0 || row.total === null);
    if (!isSum) return amount(row.total);
    return euro(`SUM(${cellName(at, FIRST_COLUMN)}:${cellName(at, this.totalColumn - 1)})`, row.total ?? 0);
  }

  #sums(): (SheetCell | null)[][] {
    const { organisations, budget, lumpSumCents, words, quantities } = this.#input;
    const top = this.placed.filter(({ isTop }) => isTop);
    const sumOf = (column: number, cents: number) =>
      euro(top.map(({ at }) => cellName(at, column)).join('+') || '0', cents);
    const sums = organisations.map(({ id }, index) =>
      sumOf(FIRST_COLUMN + index, budget.organisationTotals.get(id) ?? 0),
    );
    const total = cellName(this.totalRow, this.totalColumn);
    const whole = lumpSumCents === null ? null : lumpSumCents - budget.total;
    const blank = organisations.map(() => null);
    const totals = [null, null, head(words.total), ...sums, sumOf(this.totalColumn, budget.total)];
    if (quantities) return [totals];
    return [
      totals,
      [null, null, head(words.lumpSum), ...blank, amount(lumpSumCents)],
      [null, null, head(words.remaining), ...blank, euro(`${this.wholeCell}-${total}`, whole)],
    ];
  }
}

function organisationSheet(input: BudgetSheetsInput, grid: Grid): BudgetSheet {
  const { organisations, budget, words } = input;
  const last = 1 + organisations.length;
  const rows = organisations.map(({ id, number, name }, index) => {
    const cents = budget.organisationTotals.get(id) ?? 0;
    return [
      text(number),
      text(name),
      euro(cellOf(grid.name, grid.totalRow, FIRST_COLUMN + index), cents),
      share(`C${index + 2}`, `$C$${last + 1}`, cents, budget.total),
    ];
  });
  const sum = organisations.length > 0 ? `SUM(C2:C${last})` : '0';
  return {
    name: sheetName(words.byOrganisation),
    rows: [
      [head(words.number), head(words.organisation), head(words.total), head(words.share)],
      ...rows,
      [null, head(words.total), euro(sum, budget.total)],
    ],
    widths: [8, 40, 16, 10],
    frozen: { rows: HEAD_ROW, columns: 0 },
  };
}

function workSheet(input: BudgetSheetsInput, grid: Grid): BudgetSheet {
  const { words, budget } = input;
  const top = grid.placed.filter(({ isTop }) => isTop);
  const whole = cellOf(grid.name, grid.totalRow + (input.quantities ? 0 : 1), grid.totalColumn);
  const rows = top.map(({ row, at, beneath }, index) => {
    const letters = columnLetters(grid.totalColumn);
    const sheet = `'${grid.name.replaceAll("'", "''")}'!`;
    const beneathSum =
      beneath &&
      row.activitiesTotal !== null &&
      `SUM(${sheet}${letters}${beneath.first + 1}:${letters}${beneath.last + 1})`;
    return [
      text(row.number),
      text(titleIn(input, row)),
      euro(cellOf(grid.name, at, grid.totalColumn), row.total ?? 0),
      beneathSum ? euro(beneathSum, row.activitiesTotal ?? 0) : null,
      share(`C${index + 2}`, whole, row.total ?? 0, grid.wholeCents),
    ];
  });
  const sum = top.length > 0 ? `SUM(C2:C${1 + top.length})` : '0';
  return {
    name: sheetName(words.byWork),
    rows: [
      [head(words.number), head(words.title), head(words.total), head(words.activities), head(words.share)],
      ...rows,
      [null, head(words.total), euro(sum, budget.total)],
    ],
    widths: [8, 40, 16, 18, 10],
    frozen: { rows: HEAD_ROW, columns: 0 },
  };
}

const counted = ({ value, isCount }: GridCell): SheetCell | null =>
  isCount && value !== null ? { kind: 'count', count: value } : amount(value);

/** With the ids by which it is read back. */
function quantitySheet({ organisations, words, callId }: BudgetSheetsInput, { rows }: GridModel): BudgetSheet {
  return {
    name: sheetName(words.quantities),
    rows: [
      [text(MARK + callId), null, ...organisations.map(({ id }) => text(id))],
      [null, head(words.title), ...organisations.map(({ number, name }) => head(`${number} ${name}`))],
      ...rows.map(({ row, cells }) => [text(row.id), text(row.title), ...cells.map(counted)]),
    ],
    widths: [4, 60, ...organisations.map(() => 16)],
    frozen: { rows: FIRST_ROW, columns: 2 },
    hidden: { rows: [0], columns: [0] },
  };
}

export function budgetSheets(input: BudgetSheetsInput): BudgetSheet[] {
  const grid = new Grid(input);
  const { proposed } = input;
  const open = proposed && proposed.figures.length > 0 ? [proposedSheet(proposed.figures, proposed.words)] : [];
  const views = [grid.sheet(), ...open, organisationSheet(input, grid), workSheet(input, grid)];
  return input.quantities ? [quantitySheet(input, input.quantities), ...views] : views;
}
