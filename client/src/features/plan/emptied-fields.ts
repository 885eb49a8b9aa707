// Fields that Yjs leaves empty when a step is undone: where two people wrote one at the same moment, it takes the winner's value away
// and does not bring back the one before, because the loser's stands between the two. Then that one is written again.
import type { FieldValue } from '@adagia/shared/document';
import * as Y from 'yjs';

type Step = Y.UndoManager['undoStack'][number];

/** Not tracked: bringing back what an undo has lost is no step of anybody's. */
const REPAIR_ORIGIN = Symbol('emptied by undo');

/** Every field that a step wrote or took away, once for each item of Yjs. */
export function forEachField(ranges: Step['insertions'], { store }: Y.Doc, visit: (field: Y.Item) => void): void {
  for (const [client, parts] of ranges.clients) {
    for (const { clock, len } of parts) {
      for (let at = clock; at < clock + len; ) {
        const item = Y.getItem(store, Y.createID(client, at));
        if (item instanceof Y.Item && item.parent instanceof Y.AbstractType && item.parentSub !== null) visit(item);
        at = item.id.clock + item.length;
      }
    }
  }
}

interface Before {
  map: Y.Map<FieldValue>;
  key: string;
  value: FieldValue;
}

/** What fields that have a value now had before the step. */
function valuesBefore({ insertions, deletions }: Step, doc: Y.Doc): Before[] {
  const found: Before[] = [];
  forEachField(deletions, doc, (field) => {
    const map = field.parent as Y.Map<FieldValue>;
    const key = field.parentSub ?? '';
    const [value] = field.content.getContent() as FieldValue[];
    if (value !== undefined && map.has(key) && !Y.isDeleted(insertions, field.id)) found.push({ map, key, value });
  });
  return found;
}

/** Undoes or redoes the step by `go`, and leaves no field empty that had a value before it and before the step. */
export function withoutEmptying(step: Step, doc: Y.Doc, go: () => void): void {
  const before = valuesBefore(step, doc);
  go();
  const emptied = before.filter(({ map, key }) => !map.has(key));
  if (emptied.length === 0) return;
  doc.transact(() => {
    for (const { map, key, value } of emptied) map.set(key, value);
  }, REPAIR_ORIGIN);
}
