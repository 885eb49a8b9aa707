// What a document's index knows, in the bytes of Yjs (v1): its state vector, and an update of deletions alone.
import * as encoding from 'lib0/encoding';
import type { DocumentIndex } from './admission/document-index.ts';

export function statesOf({ clients }: DocumentIndex): Map<number, number> {
  return new Map([...clients].map(([client, { state }]) => [client, state]));
}

export function stateVectorOf({ clients }: DocumentIndex): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clients.size);
  for (const [client, { state }] of clients) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, state);
  }
  return encoding.toUint8Array(encoder);
}

/** An update that brings no struct and all deletions. */
export function deletionsOf({ clients }: DocumentIndex): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  const deleted = [...clients].filter(([, { deletedFrom }]) => deletedFrom.length > 0);
  encoding.writeVarUint(encoder, deleted.length);
  for (const [client, { deletedFrom, deletedUntil }] of deleted) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, deletedFrom.length);
    for (const [at, from] of deletedFrom.entries()) {
      encoding.writeVarUint(encoder, from);
      encoding.writeVarUint(encoder, (deletedUntil[at] ?? from) - from);
    }
  }
  return encoding.toUint8Array(encoder);
}
