// Work that another process's lock has turned away is tried again later, without blocking: SQLite's own waiting would stop
// every room of this process. Whatever fails for another reason fails at once.
import Sqlite from 'better-sqlite3';
import type { Database } from '../open-database.ts';

/** Milliseconds in all. A backup or a restore holds the lock for less; clients are told after it, and a stop waits for 10 s. */
const GIVE_UP_AFTER_MS = 8000;
/** Milliseconds before the second attempt; doubled up to the ceiling, so that nobody waits long for a lock that is gone. */
const FIRST_WAIT_MS = 10;
const WAIT_MAX_MS = 160;

const isBusy = (error: unknown): boolean => error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');

/** Only the first attempt may wait inside SQLite (busy_timeout): a row of attempts must not add up to a frozen process. */
function withoutWaiting<T>({ driver }: Database, work: () => T): T {
  const timeoutMs = Number(driver.pragma('busy_timeout', { simple: true }));
  driver.pragma('busy_timeout = 0');
  try {
    return work();
  } finally {
    driver.pragma(`busy_timeout = ${timeoutMs}`);
  }
}

/** @param work runs synchronously, whole or not at all. Rejects with what it threw, SQLITE_BUSY only after 8 s. */
export async function retryBusy<T>(database: Database, work: () => T): Promise<T> {
  const startedMs = performance.now();
  for (let waitMs = 0; ; waitMs = Math.min(WAIT_MAX_MS, waitMs * 2 || FIRST_WAIT_MS)) {
    try {
      if (waitMs === 0) return work();
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      return withoutWaiting(database, work);
    } catch (error) {
      if (!isBusy(error) || performance.now() - startedMs > GIVE_UP_AFTER_MS) throw error;
    }
  }
}
