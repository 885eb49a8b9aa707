// A document made of its updates. Slow where it is large: see document-reader.ts.
import { leaveFormats } from '@adagia/shared/leave-formats';
import { applyUpdate, Doc } from 'yjs';

/** @throws when the updates do not fit together: such a document is never written. */
export function loadDocument(updates: readonly Uint8Array[]): Doc {
  const doc = new Doc();
  leaveFormats(doc);
  doc.transact(() => {
    for (const update of updates) applyUpdate(doc, update);
  });
  assertComplete(doc);
  return doc;
}

export function assertComplete({ store }: Doc): void {
  if (store.pendingStructs || store.pendingDs) throw new Error('something is missing in the document');
}
