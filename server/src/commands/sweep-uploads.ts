// Files that no document names: what a process left that died between keeping a file and writing its row, or between taking a row
// and its file away. Nobody can see them, so that nothing else would ever find them.
import { listAllDocuments } from '@adagia/db/repositories/intake';
import type { Deps } from './deps.ts';

/** Milliseconds. A restore puts files down before their rows, and a large one takes its time: a day is well above. */
const YOUNG_MS = 24 * 3600 * 1000;

/** @returns how many went. */
export async function sweepUploads({ database, uploads, now, log }: SweepDeps): Promise<number> {
  // Files first: one that is kept after this line is in neither list.
  const files = await uploads.store.listOlderThan(now() - YOUNG_MS);
  const known = new Set(listAllDocuments(database.orm).map(({ file }) => file));
  const orphans = files.filter((file) => !known.has(file));
  for (const file of orphans) await uploads.store.remove(file);
  if (orphans.length > 0) log.warn({ count: orphans.length }, 'files without a document were removed');
  return orphans.length;
}

type SweepDeps = Pick<Deps, 'database' | 'uploads' | 'now' | 'log'>;
