// One cell of the grid being edited: begun by typing, Enter, F2 or a double click; stored by Enter, Tab or leaving it, given
// up by Escape. What is no amount stays in the cell with its reason.
import { editAmount } from '@adagia/shared/budget/format-amount';
import type { FigureSide } from '@adagia/shared/budget/negotiation-moves';
import { type AmountProblem, parseAmount } from '@adagia/shared/budget/parse-amount';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridCell } from './grid-model.ts';
import { useFigureSide, useFigureWriter } from './negotiation/use-figure-writer.ts';

export interface CellEditing {
  /** Key of the cell in the map `budget`. */
  key: string;
  text: string;
  /** What was there to begin with; null where it was typed over. Left as it is, it says nothing. */
  initial: string | null;
  problem: AmountProblem | null;
}

export interface CellEditor {
  editing: CellEditing | null;
  /** @param text replaces what is there, as typing does; without it the cell's amount is edited */
  begin(cell: GridCell, text?: string): void;
  change(text: string): void;
  /** @returns false when it is no amount and editing goes on */
  store(): boolean;
  cancel(): void;
  /** What was typed is no amount: the focus stays in its field. */
  isRefused(): boolean;
}

/** Id of the field: there is one at most. */
export const FIELD_ID = 'budget-field';

/** Each side goes on from its own last word. */
function draftOf({ value, open }: GridCell, side: FigureSide): number | null {
  if (!open || side === 'direct') return value;
  return side === 'partner' ? open.proposed : (open.counter ?? value);
}

export function useCellEditing(canWrite: boolean): CellEditor {
  const { i18n } = useTranslation();
  const write = useFigureWriter();
  const sideOf = useFigureSide();
  const [editing, setEditing] = useState<CellEditing | null>(null);
  // Taking the focus away from the field stores it: by then it must be known that Escape has given it up.
  const latest = useRef(editing);
  const put = (next: CellEditing | null) => {
    latest.current = next;
    setEditing(next);
  };
  return {
    editing,
    begin(cell, text) {
      if (!canWrite || cell.key === null) return;
      const value = draftOf(cell, sideOf(cell.key));
      const current = value === null ? '' : editAmount(value, i18n.language);
      put({ key: cell.key, text: text ?? current, initial: text === undefined ? current : null, problem: null });
    },
    change: (text) => latest.current && put({ ...latest.current, text, problem: null }),
    store() {
      const { current } = latest;
      if (!current) return true;
      const parsed = parseAmount(current.text);
      if (!parsed.isValid) {
        put({ ...current, problem: parsed.problem });
        return false;
      }
      put(null);
      if (current.text !== current.initial) write({ [current.key]: parsed.cents ?? undefined });
      return true;
    },
    cancel: () => put(null),
    isRefused: () => latest.current?.problem != null,
  };
}
