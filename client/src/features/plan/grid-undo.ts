// Undo and redo of what I did to the workplan and the budget, mine alone, over both pages: one history for each session.
// Other people's changes are never taken back; where somebody changed the same field after me, it stays theirs.
import { BUDGET, type FieldValue, PLAN } from '@adagia/shared/document';
import { notifications } from '@mantine/notifications';
import { t } from 'i18next';
import { useEffect, useSyncExternalStore } from 'react';
import * as Y from 'yjs';
import { useWritingRights } from '../../app/use-writing-rights.ts';
import { GRID_ORIGIN, type Observable, type ProposalSession } from '../../session/proposal-session.ts';
import { forEachField, withoutEmptying } from './emptied-fields.ts';

/** May I write there, as things stand now? */
export type MayWrite = (map: string, key: string) => boolean;

export interface GridUndo extends Observable<{ canUndo: boolean; canRedo: boolean }> {
  /** @returns false for a step that changed what is not mine to change any more: it is forgotten, and nothing is done */
  undo(mayWrite?: MayWrite): boolean;
  redo(mayWrite?: MayWrite): boolean;
  /** What is written from here to `end` is one step: a bar that is dragged through five months is undone at once. */
  begin(): void;
  end(): void;
}

const histories = new WeakMap<ProposalSession, GridUndo>();

type Step = Y.UndoManager['undoStack'][number];

/** The server would refuse the step, and close the line over it. */
function isOpen({ insertions, deletions }: Step, doc: Y.Doc, mayWrite: MayWrite): boolean {
  let isOpen = true;
  for (const ranges of [insertions, deletions]) {
    forEachField(ranges, doc, ({ parent, parentSub }) => {
      if (!mayWrite(Y.findRootTypeKey(parent as Y.Map<unknown>), parentSub ?? '')) isOpen = false;
    });
  }
  return isOpen;
}

function createGridUndo({ doc }: ProposalSession): GridUndo {
  const manager = new Y.UndoManager([doc.getMap<FieldValue>(PLAN), doc.getMap<FieldValue>(BUDGET)], {
    trackedOrigins: new Set([GRID_ORIGIN]),
    // Each edit of a cell is a step of its own, as in a spreadsheet.
    captureTimeout: 0,
  });
  const read = () => ({ canUndo: manager.canUndo(), canRedo: manager.canRedo() });
  let state = read();
  const get = () => {
    const next = read();
    if (next.canUndo !== state.canUndo || next.canRedo !== state.canRedo) state = next;
    return state;
  };
  const step = (stack: Step[], go: () => void, mayWrite: MayWrite = () => true): boolean => {
    const last = stack.at(-1);
    if (last && !isOpen(last, doc, mayWrite)) {
      stack.pop();
      manager.emit('stack-cleared', [{ undoStackCleared: false, redoStackCleared: false }]);
      return false;
    }
    if (last) withoutEmptying(last, doc, go);
    return true;
  };
  const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;
  return {
    get,
    subscribe(listener) {
      for (const event of events) manager.on(event, listener);
      return () => {
        for (const event of events) manager.off(event, listener);
      };
    },
    undo: (mayWrite) => step(manager.undoStack, () => void manager.undo(), mayWrite),
    redo: (mayWrite) => step(manager.redoStack, () => void manager.redo(), mayWrite),
    begin() {
      manager.stopCapturing();
      manager.captureTimeout = Number.POSITIVE_INFINITY;
    },
    end() {
      manager.captureTimeout = 0;
    },
  };
}

export function gridUndo(session: ProposalSession): GridUndo {
  const known = histories.get(session) ?? createGridUndo(session);
  histories.set(session, known);
  return known;
}

interface UndoHere {
  canUndo: boolean;
  canRedo: boolean;
  undo(): void;
  redo(): void;
}

/** Within what I may write now; says so where a step is not mine to take back any more. */
export function useGridUndo(session: ProposalSession): UndoHere {
  const history = gridUndo(session);
  const { refusalAt } = useWritingRights();
  const go = (way: 'undo' | 'redo') => {
    if (!session.canWrite.get()) return;
    if (!history[way]((map, key) => (refusalAt?.(map, key) ?? null) === null)) {
      notifications.show({ id: 'undo-refused', color: 'orange', message: t('rights:undoRefused'), autoClose: 8000 });
    }
  };
  const { canUndo, canRedo } = useSyncExternalStore(history.subscribe, history.get);
  return { canUndo, canRedo, undo: () => go('undo'), redo: () => go('redo') };
}

/** In a text field Mod+Z belongs to what is being typed there. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]') !== null;

/** Mod+Z, Mod+Shift+Z and Mod+Y anywhere on the page. */
export function useUndoKeys(session: ProposalSession): void {
  const { undo, redo } = useGridUndo(session);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && !isRedo) return;
      event.preventDefault();
      if (isRedo) redo();
      else undo();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}
