// Carries what was committed from the write-ahead log into the database file (a passive checkpoint), over a connection of its own.
// Left to SQLite it happens within a commit, which then takes tens of milliseconds instead of one, for everybody.
import Sqlite from 'better-sqlite3';
import type { Database } from './open-database.ts';

export interface CopyingBack {
  /** Nothing to do costs microseconds. @throws when the disk is full or cannot be written */
  copy(): void;
  close(): void;
}

interface Copied {
  log: number;
  checkpointed: number;
}

/** Passes over what was committed during the one before: behind the last one the log begins anew instead of growing. */
const PASSES_MAX = 5;

/** @param file of a database that is open elsewhere */
export function openCopyingBack(file: string): CopyingBack {
  const driver = new Sqlite(file, { fileMustExist: true });
  // The file is synced before the log may be overwritten: the same promise as where commits do it.
  driver.pragma('synchronous = FULL');
  const statement = driver.prepare<[], Copied>('PRAGMA wal_checkpoint(PASSIVE)');
  const isDone = () => {
    const copied = statement.get();
    return !copied || copied.checkpointed >= copied.log;
  };
  return {
    copy() {
      for (let passes = 0; passes < PASSES_MAX && !isDone(); passes += 1);
    },
    close: () => driver.close(),
  };
}

/** Pages, 64 MB: were nobody else to copy back, commits do it again from here. */
export const COPY_BACK_BY_COMMITS_AFTER = 16_384;
/** Pages: what SQLite comes with. */
const BY_DEFAULT_AFTER = 1000;

/** @param pages of the log after which a commit copies back; null: as SQLite does by default */
export function copyBackByCommits({ driver }: Database, pages: number | null): void {
  if (driver.open) driver.pragma(`wal_autocheckpoint = ${pages ?? BY_DEFAULT_AFTER}`);
}
