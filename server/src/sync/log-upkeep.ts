// What happens to the log by the clock: old rows go once a day, and what another process did (a restore, or opening a document
// that is open here) is noticed within a second.
import { pruneLog } from '@adagia/db/log/prune-log';
import { foreignWrites, ownerOf, restoreCount } from '@adagia/db/maintenance/restore-database';
import type { Database } from '@adagia/db/open-database';
import type { Logger } from 'pino';
import type { LiveRooms } from './create-rooms.ts';

/** Milliseconds: also a server that is started anew each morning gets to it. */
const PRUNE_EVERY_MS = 6 * 60 * 60 * 1000;
/** Milliseconds. Who writes is fenced by the epoch at once; this is for those who only read. It reads one number. */
const LOOK_EVERY_MS = 1000;

interface UpkeepOptions {
  log: Logger;
  now(): number;
  rooms: Pick<LiveRooms, 'reload'>;
}

/** @returns stops it; to be called before the database is closed. */
export function startUpkeep(database: Database, { log, now, rooms }: UpkeepOptions): () => void {
  let known = restoreCount(database);
  let writes = foreignWrites(database);
  const prune = async () => {
    try {
      const rows = await pruneLog(database, now());
      if (rows > 0) log.info({ rows }, 'storage: old rows of the log were dropped');
    } catch (error) {
      // Next time: nobody waits for it, and nothing depends on it.
      log.warn({ err: error }, 'storage: the log could not be pruned');
    }
  };
  const look = () => {
    try {
      const now = foreignWrites(database);
      if (now === writes) return;
      writes = now;
      const count = restoreCount(database);
      if (count !== known) log.warn('storage: a backup was restored');
      known = count;
    } catch (error) {
      // A disk that cannot be read at the moment must not end the process: the next second looks again.
      return log.warn({ err: error }, 'storage: the database could not be read');
    }
    void rooms.reload((documentId) => ownerOf(database, documentId));
  };
  const timers = [setInterval(() => void prune(), PRUNE_EVERY_MS), setInterval(look, LOOK_EVERY_MS)];
  for (const timer of timers) timer.unref();
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
