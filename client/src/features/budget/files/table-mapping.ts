// Which row of a sheet is which row of the grid, and which column which: read from the ids of a file of ours, else guessed from
// numbers and names, for a person to confirm or change. Pure.
import { MARK, PROPOSED_MARK, type RawCell, type RawSheet } from './sheet.ts';

/** The grid as a file has to fit it. */
export interface MappingTarget {
  callId: string;
  rows: readonly { id: string; number: string; title: string }[];
  /** `names`: by any of which the column may go. */
  columns: readonly { id: string; label: string; names: readonly string[] }[];
}

export interface TableMapping {
  /** 'own': written here for this call. 'otherCall': written here for another. 'plain': any table. */
  origin: 'own' | 'otherCall' | 'plain';
  /** By row of the sheet: the row of the grid, by its index; null where it is not used. */
  rows: (number | null)[];
  columns: (number | null)[];
}

/** Rows in which the names of the columns are looked for, and columns in which those of the rows are: titles stand above, notes beside. */
const HEAD_ROWS = 20;
const HEAD_COLUMNS = 6;

export const widthOf = ({ rows }: RawSheet): number => rows.reduce((width, row) => Math.max(width, row.length), 0);

/** Written by this product, for whatever call. */
export const isOwnSheet = ({ rows }: RawSheet): boolean => String(rows[0]?.[0] ?? '').startsWith(MARK);

/** What is proposed beside what is agreed: to be read, not to be taken in. */
export const isProposedSheet = ({ rows }: RawSheet): boolean => rows[0]?.[0] === PROPOSED_MARK;

export function guessMapping(sheet: RawSheet, target: MappingTarget): TableMapping {
  const isOurs = isOwnSheet(sheet);
  if (isOurs && sheet.rows[0]?.[0] === MARK + target.callId) return mappingByIds(sheet, target);
  return { ...mappingByNames(sheet, target), origin: isOurs ? 'otherCall' : 'plain' };
}

function mappingByIds(sheet: RawSheet, { rows, columns }: MappingTarget): TableMapping {
  const indexIn = (list: readonly { id: string }[], id: RawCell | undefined) => {
    const index = list.findIndex((one) => one.id === id);
    return index < 0 ? null : index;
  };
  const width = widthOf(sheet);
  return {
    origin: 'own',
    rows: sheet.rows.map((row, at) => (at === 0 ? null : indexIn(rows, row[0]))),
    columns: Array.from({ length: width }, (_, column) => indexIn(columns, sheet.rows[0]?.[column])),
  };
}

/** Letters and digits of any script, without accents and case. */
function plain(cell: RawCell | undefined): string {
  const words = String(cell ?? '')
    .normalize('NFKD')
    .toLowerCase();
  return words.replaceAll(/[^\p{L}\p{N}.]+/gu, '').replaceAll(/\.$/g, '');
}

/** "WP 2 – Methods" and "A3.2: Workshop" begin with a number. */
const NUMBER = /^\s*((?:wp|p|a)\s*\d+(?:\.\d+)?)(?!\d)/i;

function isCalled(cell: RawCell | undefined, names: readonly string[]): boolean {
  const said = plain(cell);
  if (said === '') return false;
  const number = typeof cell === 'string' ? plain(NUMBER.exec(cell)?.[1] ?? null) : '';
  return names.some((name) => {
    const wanted = plain(name);
    return wanted !== '' && (said === wanted || number === wanted);
  });
}

/** Each is used once: what comes later is a second table, or a note. */
function takeFirst(found: readonly (number | null)[]): (number | null)[] {
  const taken = new Set<number>();
  return found.map((index) => {
    if (index === null || taken.has(index)) return null;
    taken.add(index);
    return index;
  });
}

function mappingByNames(sheet: RawSheet, target: MappingTarget): Omit<TableMapping, 'origin'> {
  const indexOf = (lists: readonly (readonly string[])[], cells: readonly (RawCell | undefined)[]) => {
    const index = lists.findIndex((names) => cells.some((cell) => isCalled(cell, names)));
    return index < 0 ? null : index;
  };
  const columnNames = target.columns.map(({ names }) => names);
  const rowNames = target.rows.map(({ number, title }) => [number, title]);
  const columnsBy = (row: readonly RawCell[]) => takeFirst(Array.from(row, (cell) => indexOf(columnNames, [cell])));
  const found = (columns: readonly (number | null)[]) => columns.filter((one) => one !== null).length;
  // The names stand in one row: the one that knows most of them.
  const [names = []] = sheet.rows
    .slice(0, HEAD_ROWS)
    .map(columnsBy)
    .sort((one, other) => found(other) - found(one));
  const columns = Array.from({ length: widthOf(sheet) }, (_, column) => names[column] ?? null);
  const rows = sheet.rows.map((row) => indexOf(rowNames, row.slice(0, HEAD_COLUMNS)));
  return { rows: takeFirst(rows), columns };
}
