// Folds logs and compares snapshots away from the event loop. When to fold is the room's business.
import type { Comparison, FoldTask } from './fold-worker.ts';
import type { StoredContent } from './repairable-log.ts';
import { TaskThread } from './task-thread.ts';

export interface SnapshotFolder {
  /** @returns one update with everything in it, loaded again and compared. Rejects when what is stored has gaps. */
  fold(stored: StoredContent): Promise<Uint8Array>;
  /** @returns the image of its index. Rejects unless it gives the same document as the rows in the file. */
  compare(comparison: Comparison): Promise<Uint8Array>;
}

export function snapshotFolder(): SnapshotFolder {
  const thread = new TaskThread<FoldTask, Uint8Array>(new URL('fold-worker.ts', import.meta.url));
  return {
    fold: (stored) => thread.ask({ fold: stored }),
    compare: (comparison) => thread.ask({ compare: comparison }),
  };
}
