// Sheets as an XLSX file or as CSV. Beside the reader the only place that knows the library; loaded when somebody asks for a file.
import { editAmount, formatShare } from '@adagia/shared/budget/format-amount';
import { writeCsv } from 'hucre/csv';
import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { BudgetSheet, SheetCell } from './sheet.ts';

const EURO = '#,##0.00';
const SHARE = '0.0%';
const COUNT = '0';
const formats = { euro: EURO, share: SHARE, count: COUNT } as const;

function written(cell: SheetCell): Partial<Cell> {
  if (cell.kind === 'text') return { value: cell.text, type: 'string', ...(cell.isHead && { style: headStyle }) };
  if (cell.kind === 'amount') return { value: cell.cents / 100, type: 'number', style: { numFmt: EURO } };
  if (cell.kind === 'count') return { value: cell.count, type: 'number', style: { numFmt: COUNT } };
  const isEuro = cell.format === 'euro';
  const result = cell.result === null ? '' : isEuro ? cell.result / 100 : cell.result;
  return {
    value: result,
    type: 'formula',
    formula: cell.formula,
    formulaResult: result,
    style: { ...computedStyle, numFmt: formats[cell.format] },
  };
}

const headStyle: CellStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } };
/** What is computed is not to be typed over. */
const computedStyle: CellStyle = { font: { italic: true } };

function writeSheet({ name, rows, widths, frozen, hidden }: BudgetSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach((row, at) =>
    row.forEach((cell, column) => {
      if (cell) cells.set(`${at},${column}`, written(cell));
    }),
  );
  return {
    name,
    rows: rows.map((row) => row.map(() => null)),
    cells,
    columns: widths.map((width, column) => ({ width, hidden: hidden?.columns.includes(column) ?? false })),
    rowDefs: new Map((hidden?.rows ?? []).map((row) => [row, { hidden: true }])),
    freezePane: frozen,
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

export async function writeWorkbook(sheets: readonly BudgetSheet[], title: string): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(writeSheet), properties: { title, creator: 'Adagia' } });
}

/** A spreadsheet runs a text that begins like a formula: names are whatever people typed. */
const defused = (words: string): string => (/^[=+\-@\t\r]/.test(words) ? `'${words}` : words);

/** What the grid shows, without ids and formulas. `locale`: whose decimal sign, that the spreadsheet of its reader knows. */
export function writeCsvTable({ rows, hidden }: BudgetSheet, locale: string): string {
  const values = rows
    .filter((_, row) => !hidden?.rows.includes(row))
    .map((row) => row.filter((_, column) => !hidden?.columns.includes(column)).map((cell) => plainValue(cell, locale)));
  const width = Math.max(0, ...values.map((row) => row.length));
  const full = values.map((row) => [...row, ...Array<null>(width - row.length).fill(null)]);
  return writeCsv(full, { delimiter: ';', bom: true });
}

function plainValue(cell: SheetCell | null, locale: string): string | null {
  if (!cell) return null;
  if (cell.kind === 'text') return defused(cell.text);
  if (cell.kind === 'count') return String(cell.count);
  const value = cell.kind === 'amount' ? cell.cents : cell.result;
  if (value === null) return null;
  if (cell.kind === 'amount' || cell.format === 'euro') return editAmount(value, locale);
  return cell.format === 'share' ? formatShare(value, locale) : String(value);
}
