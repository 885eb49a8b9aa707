// What a struct of a table holds, read from the update's bytes when a rule asks for it.
import { createDecoder, readAny, readVarString, readVarUint } from 'lib0/decoding';
import type { StructTable } from './struct-table.ts';
import { MalformedError } from './update-errors.ts';

/** Bytes of a mark's value: the longest is a link of 2,000 characters. A longer one is refused before it is parsed. */
const MARK_VALUE_MAX = 16_384;

function decoderAt(table: StructTable, row: number) {
  return createDecoder(table.bytes.subarray(table.contentAt[row] ?? 0));
}

/** @throws MalformedError when its value is no JSON. */
export function readMark(table: StructTable, row: number): { key: string; value: unknown } {
  const decoder = decoderAt(table, row);
  const key = readVarString(decoder);
  const json = readVarString(decoder);
  if (json.length > MARK_VALUE_MAX) throw new MalformedError('a mark with an endless value');
  try {
    return { key, value: JSON.parse(json) as unknown };
  } catch {
    // What JSON.parse says of it helps nobody.
    throw new MalformedError('a mark without a value');
  }
}

/** Of a row of kind `mark`, without its value. */
export const readMarkName = (table: StructTable, row: number): string => readVarString(decoderAt(table, row));

/** Of a row of kind `values`, all of them; the last one is what the field has now, unless it is deleted. */
export function readValues(table: StructTable, row: number): unknown[] {
  const decoder = decoderAt(table, row);
  const values: unknown[] = [];
  for (let left = readVarUint(decoder); left > 0; left -= 1) values.push(readAny(decoder));
  return values;
}
