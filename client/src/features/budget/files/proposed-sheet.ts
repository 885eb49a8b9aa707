// The figures that are under negotiation as a sheet of their own: what is agreed, proposed and offered beside each other. To be read by
// people: what comes back from a workbook are the agreed figures, because a file does not say who decided.
import type { Negotiation } from '@adagia/shared/budget/negotiation';
import { isCount } from '@adagia/shared/unit-costs/quantities';
import { amount, type BudgetSheet, head, PROPOSED_MARK, type SheetCell, sheetName, text } from './sheet.ts';

export type ProposedWord = 'sheet' | 'figure' | 'agreed' | 'proposed' | 'offered' | 'difference' | 'by' | 'day';

export interface ProposedFigure {
  open: Negotiation;
  /** What the cell is called. */
  name: string;
  /** Who proposed, or offered last; empty where that is not known. */
  by: string;
  /** ISO; empty as well. */
  day: string;
}

/** Two above the figures: what marks the sheet, and the names of the columns. */
const FIRST_ROW = 2;
/** Of the columns B, C and D, as the formula names them. */
const [AGREED, PROPOSED] = ['C', 'D'];

function figureRow({ open, name, by, day }: ProposedFigure, at: number): (SheetCell | null)[] {
  const { cell, agreed, proposed, counter } = open;
  const written = (value: number | null): SheetCell | null =>
    isCount(cell) && value !== null ? { kind: 'count', count: value } : amount(value);
  const formula = `${PROPOSED}${at + 1}-N(${AGREED}${at + 1})`;
  const difference: SheetCell = {
    kind: 'formula',
    formula,
    result: proposed - (agreed ?? 0),
    format: isCount(cell) ? 'count' : 'euro',
  };
  return [
    text(cell),
    text(name),
    written(agreed),
    written(proposed),
    written(counter),
    difference,
    text(by),
    text(day),
  ];
}

export function proposedSheet(figures: readonly ProposedFigure[], words: Record<ProposedWord, string>): BudgetSheet {
  const names = ['figure', 'agreed', 'proposed', 'offered', 'difference', 'by', 'day'] as const;
  return {
    name: sheetName(words.sheet),
    rows: [
      [text(PROPOSED_MARK)],
      [null, ...names.map((name) => head(words[name]))],
      ...figures.map((figure, index) => figureRow(figure, FIRST_ROW + index)),
    ],
    widths: [4, 60, 16, 16, 16, 16, 24, 12],
    frozen: { rows: FIRST_ROW, columns: 2 },
    hidden: { rows: [0], columns: [0] },
  };
}
