// A table of a Word file: its head repeats on each page, no row breaks between two of them, figures end at one edge.
import { AlignmentType, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { WordTable } from './word-part.ts';
import { isRightToLeft } from './write-directions.ts';

const HEAD_FILL = 'E7ECF4';
const SMALL = 18;
/** Twentieths of a point around the words of a cell. */
const MARGINS = { top: 50, bottom: 50, left: 80, right: 80 };

/** Twentieths of a point between the margins of a page. */
const PAGE_WIDTH = 9026;
/** Letters that a column gets room for: figures stay whole, titles break. */
const LETTERS = { min: 6, max: 30 };

function widths(lines: readonly (readonly string[])[], columns: number): number[] {
  const letters = Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(...lines.map((line) => line[column]?.length ?? 0));
    return Math.min(LETTERS.max, Math.max(LETTERS.min, longest));
  });
  const all = letters.reduce((sum, one) => sum + one, 0);
  return letters.map((one) => Math.floor((PAGE_WIDTH * one) / all));
}

export function writeTable({ head, rows, figures, sums }: WordTable): Table {
  const row = (texts: readonly string[], isHead: boolean, isSum: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map((text, column) => cell(text, isHead, isHead || isSum, figures.includes(column))),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths([head, ...rows], head.length),
    rows: [row(head, true, false), ...rows.map((texts, index) => row(texts, false, sums.includes(index)))],
  });
}

function cell(text: string, isHead: boolean, bold: boolean, isFigure: boolean): TableCell {
  const paragraph = new Paragraph({
    alignment: isFigure ? AlignmentType.END : AlignmentType.START,
    bidirectional: isRightToLeft(text),
    spacing: { after: 0 },
    children: [new TextRun({ text, bold, size: SMALL, rightToLeft: isRightToLeft(text) })],
  });
  const shading = isHead ? { shading: { type: ShadingType.CLEAR, fill: HEAD_FILL } } : {};
  return new TableCell({ children: [paragraph], margins: MARGINS, ...shading });
}
