// The sheets of a file that somebody chose, as text and numbers. Knows what is wrong with a file that cannot be read. Runs in a
// worker (read-file.worker.ts): a file may be anything.
import { parseCsv } from 'hucre/csv';
import { readOds } from 'hucre/ods';
import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { FILE_MAX_BYTES, type ReadFile } from './file-limits.ts';
import type { RawCell, RawSheet } from './sheet.ts';
import { unpackedSize } from './unpacked-size.ts';

/** Bytes that a file may become: a hundred times a usual workbook. */
const UNPACKED_MAX_BYTES = 100_000_000;
/** More is not a budget. */
const ROWS_MAX = 2000;
const COLUMNS_MAX = 200;

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** The container of encrypted workbooks, and of those of before 2007. */
const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

export async function readSheets(bytes: Uint8Array, name: string): Promise<ReadFile> {
  if (bytes.length > FILE_MAX_BYTES) return { problem: 'tooLarge' };
  if (isCompound(bytes)) return { problem: /\.xls$/i.test(name) ? 'oldFormat' : 'encrypted' };
  try {
    const sheets = isZip(bytes) ? await readZip(bytes) : [readText(bytes, name)];
    if (sheets === null) return { problem: 'bomb' };
    const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)));
    return filled.length > 0 ? { sheets: filled } : { problem: 'empty' };
  } catch {
    return { problem: 'unreadable' };
  }
}

async function readZip(bytes: Uint8Array): Promise<RawSheet[] | null> {
  const size = unpackedSize(bytes);
  if (size === null || size > UNPACKED_MAX_BYTES) return null;
  const isOds = new TextDecoder('latin1').decode(bytes.subarray(0, 120)).includes('opendocument.spreadsheet');
  const { sheets } = isOds ? await readOds(bytes) : await readXlsx(bytes, { maxRows: ROWS_MAX });
  return sheets.filter(({ veryHidden }) => !veryHidden).map(rawSheet);
}

function rawSheet({ name, rows, merges }: Sheet): RawSheet {
  return {
    name,
    rows: rows.slice(0, ROWS_MAX).map((row) => row.slice(0, COLUMNS_MAX).map(rawCell)),
    merges: (merges ?? []).map((one) => ({
      top: one.startRow,
      left: one.startCol,
      bottom: one.endRow,
      right: one.endCol,
    })),
  };
}

function rawCell(value: CellValue | undefined): RawCell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).toUpperCase();
}

function readText(bytes: Uint8Array, name: string): RawSheet {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  // Every file is bytes: a picture that happens to be text has zeros in it.
  if (text.includes('\0')) throw new Error('no text');
  const rows = parseCsv(text).slice(0, ROWS_MAX);
  return { name, rows: rows.map((row) => row.slice(0, COLUMNS_MAX).map(rawCell)), merges: [] };
}
