// The thread in which logs are folded and snapshots compared, so that a large document stalls no room. See snapshot-folder.ts.
import { parentPort } from 'node:worker_threads';
import { indexImageOf } from './admission/index-image.ts';
import { assertSameDocument, foldLog } from './fold-log.ts';
import type { StoredContent } from './repairable-log.ts';

export interface FoldTask {
  id: number;
  stored: StoredContent;
  /** Compared with what is stored, and answered with the image of its index; null: what is stored is folded. */
  snapshot: Uint8Array | null;
}
export type FoldAnswer = { id: number; bytes: Uint8Array } | { id: number; error: unknown };

function answer({ id, stored, snapshot }: FoldTask): FoldAnswer {
  try {
    if (!snapshot) return { id, bytes: foldLog(stored) };
    assertSameDocument(stored, snapshot);
    return { id, bytes: indexImageOf(snapshot) };
  } catch (error) {
    // Whoever asked gets it thrown there.
    return { id, error };
  }
}

parentPort?.on('message', (task: FoldTask) => parentPort?.postMessage(answer(task)));
