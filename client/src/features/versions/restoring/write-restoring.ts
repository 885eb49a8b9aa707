// Writes what is restored: texts, plan, budget and facts, as one step. Texts are taken back by undo of Yjs.
import * as Y from 'yjs';
import { isLasting } from '../../../editor/binding/undo.ts';
import { writeRestored } from '../restore-text.ts';
import { RESTORE_ORIGIN, type Restored, writeOneStep } from './one-step.ts';
import type { RestoringPlan } from './plan-restoring.ts';

export function writeRestoring(doc: Y.Doc, { answers, fields }: RestoringPlan): Restored {
  const roots = answers.map(({ root }) => root);
  const undo = new Y.UndoManager(
    roots.map((root) => doc.getText(root)),
    {
      // Of figures alone there are no texts.
      doc,
      trackedOrigins: new Set([RESTORE_ORIGIN]),
      deleteFilter: (item) => !isLasting(item),
    },
  );
  return writeOneStep(doc, {
    roots,
    fields,
    writeTexts: () => {
      for (const { root, seen, changes } of answers) writeRestored(doc.getText(root), seen, changes);
    },
    takeTextsBack: () => {
      undo.undo();
      undo.destroy();
    },
  });
}
