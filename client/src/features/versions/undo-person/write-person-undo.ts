// Takes back what one person did, all that was chosen of it in one transaction, as one step that can be taken back in turn.
import type * as Y from 'yjs';
import { type Restored, writeOneStep } from '../restoring/one-step.ts';
import type { FieldRestoring } from '../restoring/plan-restoring.ts';
import { type Seen, seenIn } from './seen.ts';
import { type DoingOfAnswer, type Undoing, undoAnswer } from './undo-answer.ts';

export interface PersonUndoing {
  answers: readonly (DoingOfAnswer & { root: string })[];
  fields: readonly FieldRestoring[];
  how: Undoing;
}

export function undoPerson(doc: Y.Doc, { answers, fields, how }: PersonUndoing): Restored {
  const inverses = new Map<string, DoingOfAnswer>();
  let seen: Seen = new Map();
  const step = writeOneStep(doc, {
    roots: answers.map(({ root }) => root),
    fields,
    writeTexts: () => {
      for (const doing of answers) inverses.set(doing.root, undoAnswer(doc.getText(doing.root), doing, how).inverse);
    },
    takeTextsBack: () => {
      for (const [root, inverse] of inverses) undoAnswer(doc.getText(root), inverse, { suggestions: null, seen });
    },
  });
  seen = seenIn(doc);
  return step;
}
