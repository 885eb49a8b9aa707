// Writes something over texts, plan, budget and facts in one transaction, as one step that its author can take back whole while the
// document is open. What somebody wrote since it was planned stays, in a field too.
import type { FieldValue } from '@adagia/shared/document';
import type * as Y from 'yjs';
import type { Closed, FieldRestoring } from './plan-restoring.ts';

/** Not that of the editor or the grid: Mod+Z in one answer would take back its part and nothing of the rest. */
export const RESTORE_ORIGIN = Symbol('restore');

export interface Restored {
  /** Where something was written: to take it back one must still be allowed there. */
  places: Closed[];
  /** Takes back what was restored and nothing that was written since, once. */
  takeBack(): void;
}

interface Step {
  /** Of the answers that are written in. */
  roots: readonly string[];
  fields: readonly FieldRestoring[];
  writeTexts(): void;
  takeTextsBack(): void;
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

export function writeOneStep(doc: Y.Doc, { roots, fields, writeTexts, takeTextsBack }: Step): Restored {
  let written: FieldRestoring[] = [];
  doc.transact(() => {
    writeTexts();
    written = fields.filter((field) => replaceField(doc, field, field.seen, field.value));
  }, RESTORE_ORIGIN);
  return {
    places: [
      ...roots.map((root) => ({ root, key: null })),
      ...fields.map(({ map, key }) => ({ root: map as string, key })),
    ],
    takeBack() {
      doc.transact(() => {
        takeTextsBack();
        // Not by undo of Yjs: where a colleague wrote the same field at the same moment, that leaves the field empty.
        for (const field of written) replaceField(doc, field, field.value, field.seen);
      }, RESTORE_ORIGIN);
    },
  };
}
