// Copy, cut and paste of ranges, from and to Excel and every program that puts cells on the clipboard as lines and tabs.
import { editAmount } from '@adagia/shared/budget/format-amount';
import { parseGrid, writeGrid } from '@adagia/shared/budget/parse-grid';
import { type ClipboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { computerLocale } from './computer-locale.ts';
import { type BadCell, clearRange, copyRange, pasteGrid } from './grid-edits.ts';
import type { GridModel } from './grid-model.ts';
import { useFigureWriter } from './negotiation/use-figure-writer.ts';
import type { GridSelection } from './use-grid-selection.ts';

interface ClipboardInput {
  model: GridModel;
  selection: GridSelection;
  canWrite: boolean;
  /** Gives up the cell that is being edited. */
  stopEditing(): void;
  announce(text: string): void;
}

export interface GridClipboard {
  /** What the last paste could not take; null when it was taken. */
  refused: { tooMany: true } | { cells: BadCell[] } | null;
  dismiss(): void;
  onCopy(event: ClipboardEvent): void;
  onCut(event: ClipboardEvent): void;
  onPaste(event: ClipboardEvent): void;
}

/** In a cell that is being edited, the clipboard belongs to its field; but a range that is pasted there is one all the same. */
const isInField = (event: ClipboardEvent): boolean => event.target instanceof HTMLInputElement;

export function useGridClipboard({ model, selection, canWrite, stopEditing, announce }: ClipboardInput): GridClipboard {
  const { t } = useTranslation('budget');
  const write = useFigureWriter();
  const [refused, setRefused] = useState<GridClipboard['refused']>(null);
  const copy = (event: ClipboardEvent) => {
    event.preventDefault();
    // Numbers as this computer's spreadsheet reads them: its decimal sign, no grouping.
    const locale = computerLocale();
    const texts = copyRange(model, selection.range, (cents) => editAmount(cents, locale));
    event.clipboardData.setData('text/plain', writeGrid(texts));
    announce(t('paste.copied', { count: texts.length * (texts[0]?.length ?? 0) }));
  };
  const paste = (text: string) => {
    const grid = parseGrid(text);
    if (!grid) return setRefused({ tooMany: true });
    if (grid.length === 0) return;
    const edit = pasteGrid(model, grid, selection.range);
    if ('bad' in edit) return setRefused({ cells: edit.bad });
    setRefused(null);
    write(edit.changes);
    selection.selectRange(edit.range);
    announce(t('paste.done', { count: edit.count }));
  };
  return {
    refused,
    dismiss: () => setRefused(null),
    onCopy: (event) => !isInField(event) && copy(event),
    onCut(event) {
      if (isInField(event)) return;
      copy(event);
      if (canWrite) write(clearRange(model, selection.range));
    },
    onPaste(event) {
      const text = event.clipboardData.getData('text/plain');
      // On a touch screen the field of a cell is the only place that offers to paste.
      const isRange = /[\t\n]/.test(text.trim());
      if (!canWrite || (isInField(event) && !isRange)) return;
      event.preventDefault();
      stopEditing();
      paste(text);
    },
  };
}
