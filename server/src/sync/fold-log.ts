// A log's rows as one update, and whether two states of a document are the same document. Pure and slow: 18 ms for 10,000 rows
// (by way of a document; merging the updates themselves is quadratic). Runs in fold-worker.ts for everything that is not small.
import { leaveFormats } from '@adagia/shared/leave-formats';
import * as Y from 'yjs';
import type { StoredContent } from './repairable-log.ts';

/** @throws when rows do not fit together: half a document must not become a snapshot. */
function documentOf({ snapshot, updates }: StoredContent): Y.Doc {
  const doc = new Y.Doc();
  leaveFormats(doc);
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot);
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('the log has gaps');
  return doc;
}

function contentOf(item: Y.Item): unknown {
  const { content } = item;
  return content instanceof Y.ContentFormat ? [content.key, content.value] : content.getContent();
}

/** What people see of one root, however it is cut into structs: the letters in order with their formats, and the fields. */
function canonicalRoot(type: Y.AbstractType<unknown>): string {
  const parts: string[] = [];
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    parts.push(content instanceof Y.ContentString ? content.str : `\u0000${JSON.stringify(contentOf(item))}\u0000`);
  }
  const fields = [...type._map]
    .filter(([, item]) => !item.deleted)
    .map(([key, item]) => [key, contentOf(item)] as const);
  return JSON.stringify([parts.join(''), fields.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

type States = Map<number, number>;

/** @returns why the two are not one document, or null. */
function differenceOf(a: Y.Doc, b: Y.Doc): string | null {
  const [states, others] = [a, b].map((doc) => Y.decodeStateVector(Y.encodeStateVector(doc))) as [States, States];
  if (states.size !== others.size || [...states].some(([id, clock]) => others.get(id) !== clock))
    return 'state vectors';
  if (!Y.equalDeleteSets(Y.createDeleteSetFromStructStore(a.store), Y.createDeleteSetFromStructStore(b.store))) {
    return 'deletions';
  }
  const roots = new Set([...a.share.keys(), ...b.share.keys()]);
  return [...roots].find((name) => canonicalRoot(a.get(name)) !== canonicalRoot(b.get(name))) ?? null;
}

/** A snapshot that does not give the document that its log gives. */
export class SnapshotMismatchError extends Error {
  constructor(difference: string) {
    super(`the snapshot differs from the log: ${difference}`);
    this.name = 'SnapshotMismatchError';
  }
}

/** @throws SnapshotMismatchError, or an error when either has gaps. */
export function assertSameDocument(stored: StoredContent, snapshot: Uint8Array): void {
  const difference = differenceOf(documentOf(stored), documentOf({ snapshot, updates: [] }));
  if (difference !== null) throw new SnapshotMismatchError(difference);
}

/** Rejects when the updates do not fit together. */
export type FoldUpdates = (stored: StoredContent) => Promise<Uint8Array>;

/** @returns one update with everything in it, loaded again and compared before it is handed out. */
export function foldLog(stored: StoredContent): Uint8Array {
  const doc = documentOf(stored);
  const bytes = Y.encodeStateAsUpdate(doc);
  const difference = differenceOf(doc, documentOf({ snapshot: bytes, updates: [] }));
  if (difference !== null) throw new SnapshotMismatchError(difference);
  return bytes;
}
