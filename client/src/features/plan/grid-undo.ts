// Undo and redo of what I did to the workplan and the budget, mine alone, over both pages: one history for each session.
// Other people's changes are never taken back; where somebody changed the same field after me, it stays theirs.
import { BUDGET, type FieldValue, PLAN } from '@adagia/shared/document';
import { useEffect, useSyncExternalStore } from 'react';
import * as Y from 'yjs';
import { GRID_ORIGIN, type Observable, type ProposalSession } from '../../session/proposal-session.ts';

export interface GridUndo extends Observable<{ canUndo: boolean; canRedo: boolean }> {
  undo(): void;
  redo(): void;
  /** What is written from here to `end` is one step: a bar that is dragged through five months is undone at once. */
  begin(): void;
  end(): void;
}

const histories = new WeakMap<ProposalSession, GridUndo>();

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
  const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;
  return {
    get,
    subscribe(listener) {
      for (const event of events) manager.on(event, listener);
      return () => {
        for (const event of events) manager.off(event, listener);
      };
    },
    undo: () => void manager.undo(),
    redo: () => void manager.redo(),
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

export function useGridUndo(session: ProposalSession): GridUndo & { canUndo: boolean; canRedo: boolean } {
  const history = gridUndo(session);
  return { ...history, ...useSyncExternalStore(history.subscribe, history.get) };
}

/** In a text field Mod+Z belongs to what is being typed there. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]') !== null;

/** Mod+Z, Mod+Shift+Z and Mod+Y anywhere on the page. */
export function useUndoKeys(session: ProposalSession): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && !isRedo) return;
      event.preventDefault();
      if (!session.canWrite.get()) return;
      if (isRedo) gridUndo(session).redo();
      else gridUndo(session).undo();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [session]);
}
