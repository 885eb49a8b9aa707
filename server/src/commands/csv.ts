// Tables for spreadsheets: UTF-8 with its mark, semicolons and CRLF as the spreadsheets of Europe expect them. A cell that one
// would run as a formula is defused: names are whatever people typed.
import { stringify } from 'csv-stringify/sync';

export function csvOf(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    escape_formulas: true,
  });
}
