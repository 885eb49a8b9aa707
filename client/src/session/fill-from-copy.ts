// Makes a document out of the copy on this device: which records belong together, which of them the server does not have
// yet, and which are of a generation that is gone. Pure but for the document it fills.
import * as Y from 'yjs';
import type { KeptCopy } from './local-copy.ts';
import type { StructId, TouchedPlaces } from './unsaved-texts.ts';

/** Origin of what this device had. */
export const FROM_COPY = Symbol('copy');

export interface Filled {
  /** Records that the server may lack. */
  pendingIds: number[];
  /** null: not known before the server says so. */
  generation: string | null;
  /** Structs of those of which something waits for what is not here: their places are known once it is. */
  waiting: StructId[];
  /** Unsaved records of another generation: they must not be merged (S5). */
  stale: KeptCopy['records'];
}

/** @param touched gets to know the places of unsaved changes */
export function fillFromCopy(doc: Y.Doc, { records, generation: kept }: KeptCopy, touched: TouchedPlaces): Filled {
  const generation = kept ?? records.find((record) => record.generation !== null)?.generation ?? null;
  const own = records.filter((record) => (record.generation ?? generation) === generation);
  const pending = own.filter((record) => record.isPending);
  applyAll(
    doc,
    own.filter((record) => !record.isPending),
  );
  const note = (transaction: Y.Transaction) => touched.note(transaction);
  doc.on('afterTransaction', note);
  applyAll(doc, pending);
  doc.off('afterTransaction', note);
  return {
    pendingIds: pending.map((record) => record.id),
    generation,
    waiting: doc.store.pendingStructs ? pending.flatMap(({ bytes }) => structsOf(bytes)) : [],
    stale: records.filter((record) => record.isPending && !own.includes(record)),
  };
}

function structsOf(update: Uint8Array): StructId[] {
  return Y.decodeUpdate(update).structs.map(({ id: { client, clock } }) => ({ client, clock }));
}

function applyAll(doc: Y.Doc, records: KeptCopy['records']): void {
  if (records.length === 0) return;
  doc.transact(() => {
    for (const { bytes } of records) Y.applyUpdate(doc, bytes, FROM_COPY);
  }, FROM_COPY);
}

/** By way of a document, which keeps no words that are deleted; what waits for something that is not there stays in it. */
export function foldUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return Y.encodeStateAsUpdate(doc);
}
