// Tables of a pasted document. An answer has none: each row becomes one line. Tables that only lay out a page are read
// through.

/** Rows of this table, not of those inside of it. */
function ownRows(table: Element): Element[] {
  return [...table.children].flatMap((child) => {
    if (child.tagName === 'TR') return [child];
    return /^T(?:HEAD|BODY|FOOT)$/.test(child.tagName) ? [...child.children].filter((row) => row.tagName === 'TR') : [];
  });
}

const cellsOf = (row: Element): Element[] => [...row.children].filter((cell) => /^T[DH]$/.test(cell.tagName));

/** One column, or other tables inside: nobody reads it as a table. */
export function isLayoutTable(table: Element): boolean {
  return table.querySelector('table') !== null || ownRows(table).every((row) => cellsOf(row).length <= 1);
}

/** @returns the cells of each row, without the empty ones at its end. */
export function tableRows(table: Element): Element[][] {
  return ownRows(table).map((row) => {
    const cells = cellsOf(row);
    while (cells.length > 0 && !cells.at(-1)?.textContent?.trim()) cells.pop();
    return cells;
  });
}
