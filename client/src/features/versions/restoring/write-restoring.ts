// Writes what is restored: all of it in one transaction, over texts, plan, budget and facts, and one step that its author can take back
// whole while the document is open. What somebody wrote since it was planned stays, in a field too.
import type { FieldValue } from '@adagia/shared/document';
import * as Y from 'yjs';
import { isLasting } from '../../../editor/binding/undo.ts';
import { writeRestored } from '../restore-text.ts';
import type { Closed, FieldRestoring, RestoringPlan } from './plan-restoring.ts';

/** Not that of the editor or the grid: Mod+Z in one answer would take back its part and nothing of the rest. */
const RESTORE_ORIGIN = Symbol('restore');

export interface Restored {
  /** Where something was written: to take it back one must still be allowed there. */
  places: Closed[];
  /** Takes back what was restored and nothing that was written since, once. */
  takeBack(): void;
}

type FieldOrNone = FieldValue | undefined;

/** @returns whether it still was what it is taken for */
function replaceField(doc: Y.Doc, { map, key }: FieldRestoring, from: FieldOrNone, to: FieldOrNone): boolean {
  const values = doc.getMap<FieldValue>(map);
  if (values.get(key) !== from) return false;
  if (to === undefined) values.delete(key);
  else values.set(key, to);
  return true;
}

export function writeRestoring(doc: Y.Doc, { answers, fields }: RestoringPlan): Restored {
  const texts = answers.map(({ root }) => doc.getText(root));
  const undo = new Y.UndoManager(texts, {
    // Of figures alone there are no texts.
    doc,
    trackedOrigins: new Set([RESTORE_ORIGIN]),
    deleteFilter: (item) => !isLasting(item),
  });
  let written: FieldRestoring[] = [];
  doc.transact(() => {
    for (const { root, seen, changes } of answers) writeRestored(doc.getText(root), seen, changes);
    written = fields.filter((field) => replaceField(doc, field, field.seen, field.value));
  }, RESTORE_ORIGIN);
  return {
    places: [
      ...answers.map(({ root }) => ({ root, key: null })),
      ...fields.map(({ map, key }) => ({ root: map, key })),
    ],
    takeBack() {
      undo.undo();
      undo.destroy();
      // Not by undo of Yjs: where a colleague wrote the same field at the same moment, that leaves the field empty.
      doc.transact(() => {
        for (const field of written) replaceField(doc, field, field.value, field.seen);
      }, RESTORE_ORIGIN);
    },
  };
}
