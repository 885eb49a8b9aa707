// The keys of the grid, as people know them from Excel.
import { notifications } from '@mantine/notifications';
import { t } from 'i18next';
import type { KeyboardEvent } from 'react';
import { isShortcut } from '../../editor/ui/shortcuts.ts';
import { CELL_BAR_ID } from './figures/cell-bar.tsx';
import { clearRange, fillDown } from './grid-edits.ts';
import { cellAt, type GridModel, isAboutMoney } from './grid-model.ts';
import { cellIdAt, keyTarget, moveBy, nextCell, type Position } from './grid-selection.ts';
import { useFigureWriter } from './negotiation/use-figure-writer.ts';
import type { CellEditor } from './use-cell-editing.ts';
import type { GridSelection } from './use-grid-selection.ts';

interface GridKeysInput {
  model: GridModel;
  selection: GridSelection;
  editor: CellEditor;
  canWrite: boolean;
  /** Opens what is said about a cell. @param cell `<row>/<column>` */
  comment(cell: string): void;
}

type Key = KeyboardEvent<HTMLElement>;

const isMod = (event: Key): boolean => event.ctrlKey || event.metaKey;
/** One character, typed to be written: an amount begins with it. */
const isTyped = (event: Key): boolean => event.key.length === 1 && !isMod(event) && !event.altKey && event.key !== ' ';

const isEditing = (event: Key): boolean => isTyped(event) || ['F2', 'Enter', 'Delete', 'Backspace'].includes(event.key);

/** Else nothing at all would happen, and nobody would know why. */
export function sayForeign(): void {
  notifications.show({ id: 'foreign-column', color: 'orange', message: t('rights:foreignColumn'), autoClose: 8000 });
}

export function useGridKeys({ model, selection, editor, canWrite, comment }: GridKeysInput): (event: Key) => void {
  const write = useFigureWriter();
  const { active, range, select } = selection;

  const goOn = (event: Key, target: Position | null) => {
    if (!editor.store()) return event.preventDefault();
    if (!target) return;
    event.preventDefault();
    select(target);
  };

  const whileEditing = (event: Key) => {
    if (event.key === 'Enter') goOn(event, moveBy(model, active, { row: event.shiftKey ? -1 : 1, column: 0 }));
    else if (event.key === 'Tab') goOn(event, nextCell(model, active, event.shiftKey ? -1 : 1));
    else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      editor.cancel();
      select(active);
    }
  };

  /** @returns true when the key was one of editing */
  const edit = (event: Key): boolean => {
    const cell = cellAt(model, active.row, active.column);
    if (!canWrite) return false;
    if (cell?.isForeign && isEditing(event)) sayForeign();
    else if (event.key === 'F2' || (event.key === 'Enter' && cell?.key)) {
      if (cell) editor.begin(cell);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      write(clearRange(model, range));
    } else if (isMod(event) && event.key.toLowerCase() === 'd') {
      write(fillDown(model, range));
    } else if (isTyped(event) && cell?.key) editor.begin(cell, event.key);
    else return false;
    return true;
  };

  const whileMoving = (event: Key) => {
    if (isShortcut(event.nativeEvent, 'toolbar')) {
      event.preventDefault();
      document.getElementById(CELL_BAR_ID)?.querySelector('button')?.focus();
      return;
    }
    // As in the text, and as in spreadsheets.
    if (isShortcut(event.nativeEvent, 'comment') || (event.key === 'F2' && event.shiftKey)) {
      event.preventDefault();
      const { rowId, columnId } = cellIdAt(model, active);
      if (isAboutMoney(model, active)) comment(`${rowId}/${columnId}`);
      return;
    }
    const target = keyTarget(model, active, { key: event.key, isMod: isMod(event) });
    if (event.key === 'Tab') return goOn(event, nextCell(model, active, event.shiftKey ? -1 : 1));
    if (isMod(event) && event.key.toLowerCase() === 'a') {
      selection.selectRange({ top: 0, left: 0, bottom: model.rows.length - 1, right: model.columns.length - 1 });
    } else if (target) select(target, event.shiftKey);
    else if (!edit(event)) return;
    event.preventDefault();
  };

  return (event) => {
    if (event.nativeEvent.isComposing) return;
    if (editor.editing) whileEditing(event);
    else whileMoving(event);
  };
}
