// Cells on the clipboard as spreadsheets put them there: tab-separated, cells with tabs or line breaks in double quotes.

/** Cells that one paste may bring: more is a mistake (a whole sheet was selected), and would block the page. */
export const PASTE_CELLS_MAX = 10_000;

/** @returns rows of cells, as typed; null when there are too many. A final line break adds no row. */
export function parseGrid(text: string): string[][] | null {
  const rows: string[][] = [];
  let cells = 0;
  for (let at = 0; at < text.length; ) {
    const row: string[] = [];
    let isLast = false;
    while (!isLast) {
      const cell = readCell(text, at);
      row.push(cell.value);
      at = cell.next;
      isLast = cell.isLast;
      cells += 1;
      if (cells > PASTE_CELLS_MAX) return null;
    }
    rows.push(row);
  }
  return rows;
}

interface Cell {
  value: string;
  /** Where the next cell or row begins. */
  next: number;
  /** Of its row. */
  isLast: boolean;
}

function readCell(text: string, from: number): Cell {
  const quoted = text[from] === '"' ? readQuoted(text, from) : null;
  let at = quoted?.next ?? from;
  while (at < text.length && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at += 1;
  const value = (quoted?.value ?? '') + text.slice(quoted?.next ?? from, at);
  if (text[at] === '\t') return { value, next: at + 1, isLast: false };
  return { value, next: at + (text.startsWith('\r\n', at) ? 2 : 1), isLast: true };
}

/** @returns null when the quote is never closed: then it is an ordinary character. */
function readQuoted(text: string, from: number): { value: string; next: number } | null {
  let value = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else return { value, next: at + 1 };
  }
  return null;
}

/** The inverse of `parseGrid`: what Excel, LibreOffice and Google Sheets paste as cells. */
export function writeGrid(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quote).join('\t')).join('\r\n');
}
