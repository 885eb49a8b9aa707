// Lets go of rows that no load will ever need: behind the older of two snapshots that are both whole, and older than they are
// kept for. What was set aside is never pruned. Small steps, so that nobody's commit waits for it.
import type { Database } from '../open-database.ts';
import { isIntact } from './row-hash.ts';
import type { BytesRow } from './statements.ts';

/** Milliseconds. Long enough to find out that something is wrong and to look into it. */
const KEEP_FOR_MS = 30 * 24 * 60 * 60 * 1000;
/** Rows of one transaction: about 2 ms. */
const STEP_ROWS = 500;

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** @returns up to which row the log may go: everything since is still needed when the newest snapshot turns out bad. */
function spareUpTo(database: Database, documentId: string): number {
  const two = database.driver
    .prepare<[string], BytesRow>(
      'SELECT seq, bytes, hash FROM document_snapshot WHERE document_id = ? ORDER BY seq DESC LIMIT 2',
    )
    .all(documentId);
  const [, older] = two;
  return older && two.every((one) => isIntact(one.bytes, one.hash)) ? older.seq : 0;
}

/** @returns how many rows went. Only from the front, so that the rest stays gapless even if the clock has jumped. */
export async function pruneLog(database: Database, nowMs: number): Promise<number> {
  const { driver } = database;
  const documents = driver.prepare<[], { id: string }>('SELECT id FROM document').all();
  const firstToKeep = driver
    .prepare<[string, number, number], number | null>(
      'SELECT min(seq) FROM document_update WHERE document_id = ? AND (at >= ? OR seq > ?)',
    )
    .pluck();
  const drop = driver.prepare(
    `DELETE FROM document_update WHERE document_id = ? AND seq IN
       (SELECT seq FROM document_update WHERE document_id = ? AND seq < ? ORDER BY seq LIMIT ${STEP_ROWS})`,
  );
  let count = 0;
  for (const { id } of documents) {
    const spare = spareUpTo(database, id);
    if (spare === 0) continue;
    const until = firstToKeep.get(id, nowMs - KEEP_FOR_MS, spare) ?? spare + 1;
    for (let gone = 1; gone > 0; count += gone) {
      gone = drop.run(id, id, until).changes;
      await pause();
    }
  }
  return count;
}
