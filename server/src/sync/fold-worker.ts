// The thread in which logs are folded and snapshots compared, so that a large document stalls no room. See snapshot-folder.ts.
import { indexImageOf } from './admission/index-image.ts';
import { assertSameDocument, foldLog } from './fold-log.ts';
import type { StoredContent } from './repairable-log.ts';
import { serveTasks } from './serve-tasks.ts';

export interface FoldTask {
  stored: StoredContent;
  /** Compared with what is stored, and answered with the image of its index; null: what is stored is folded. */
  snapshot: Uint8Array | null;
}

serveTasks(({ stored, snapshot }: FoldTask): Uint8Array => {
  if (!snapshot) return foldLog(stored);
  assertSameDocument(stored, snapshot);
  return indexImageOf(snapshot);
});
