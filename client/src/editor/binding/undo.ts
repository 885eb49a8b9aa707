// Undo and redo of one person in one answer. Tracks what the editor wrote and nothing else: never what others typed, what the
// server anchored, or what Yjs tidies up. Kept as long as the document is open, also while no editor shows the answer.
import * as Y from 'yjs';
import { EDITOR_ORIGIN } from '../../session/proposal-session.ts';

/** Milliseconds. Keys typed faster than this are one step. */
const CAPTURE_MS = 500;

const managers = new WeakMap<Y.Text, Y.UndoManager>();

export function undoManagerOf(ytext: Y.Text): Y.UndoManager {
  const known = managers.get(ytext);
  if (known) return known;
  const manager = new Y.UndoManager(ytext, { trackedOrigins: new Set([EDITOR_ORIGIN]), captureTimeout: CAPTURE_MS });
  managers.set(ytext, manager);
  return manager;
}
