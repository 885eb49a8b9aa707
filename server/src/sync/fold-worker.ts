// The thread in which logs are folded and snapshots compared, so that a large document stalls no room. See snapshot-folder.ts.
import { readBeside } from '@adagia/db/log/read-beside';
import { indexImageOf } from './admission/index-image.ts';
import { assertSameDocument, foldLog } from './fold-log.ts';
import type { StoredContent } from './repairable-log.ts';
import { serveTasks } from './serve-tasks.ts';

/** A snapshot, and which rows of which file it has to be equal to. */
export interface Comparison {
  file: string;
  documentId: string;
  seq: number;
  snapshot: Uint8Array;
}

export type FoldTask = { fold: StoredContent } | { compare: Comparison };

function compare({ file, documentId, seq, snapshot }: Comparison): Uint8Array {
  const stored = readBeside(file, documentId, seq);
  if (!stored) throw new Error(`what is stored of ${documentId} up to ${seq} is damaged`);
  assertSameDocument(stored, snapshot);
  return indexImageOf(snapshot);
}

serveTasks((task: FoldTask): Uint8Array => ('fold' in task ? foldLog(task.fold) : compare(task.compare)));
