// One cell of the grid being edited: begun by typing, Enter, F2 or a double click; stored by Enter, Tab or leaving it, given
// up by Escape. What is no amount stays in the cell with its reason.
import { editAmount } from '@adagia/shared/budget/format-amount';
import { type AmountProblem, parseAmount } from '@adagia/shared/budget/parse-amount';
import { BUDGET } from '@adagia/shared/document';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { setFields } from '../../session/use-fields.ts';
import type { GridCell } from './grid-model.ts';

export interface CellEditing {
  /** Key of the cell in the map `budget`. */
  key: string;
  text: string;
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
}

export function useCellEditing(canWrite: boolean): CellEditor {
  const { i18n } = useTranslation();
  const { session } = useProposal();
  const [editing, setEditing] = useState<CellEditing | null>(null);
  return {
    editing,
    begin(cell, text) {
      if (!canWrite || cell.key === null) return;
      const current = cell.value === null ? '' : editAmount(cell.value, i18n.language);
      setEditing({ key: cell.key, text: text ?? current, problem: null });
    },
    change: (text) => setEditing((before) => before && { ...before, text, problem: null }),
    store() {
      if (!editing) return true;
      const parsed = parseAmount(editing.text);
      if (!parsed.isValid) {
        setEditing({ ...editing, problem: parsed.problem });
        return false;
      }
      setFields(session, BUDGET, { [editing.key]: parsed.cents ?? undefined });
      setEditing(null);
      return true;
    },
    cancel: () => setEditing(null),
  };
}
