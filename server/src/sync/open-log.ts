// The document log as rooms get it: SQLite, with snapshots verified, damaged rows dealt with, and what a test asks for.
import { countAside } from '@adagia/db/log/count-aside';
import type { Database } from '@adagia/db/open-database';
import { sqliteDocumentLog } from '@adagia/db/sqlite-document-log';
import type { Logger } from 'pino';
import { delayedLog } from './delayed-log.ts';
import { type DocumentLog, logErrors } from './document-log.ts';
import type { FoldUpdates } from './fold-log.ts';
import { snapshotFolder } from './snapshot-folder.ts';
import { soundLog } from './sound-log.ts';
import { StorageHealth } from './storage-health.ts';
import { verifiedSnapshots } from './verified-snapshots.ts';

interface OpenLogOptions {
  log: Logger;
  now(): number;
  /** Milliseconds that every commit is held back, for tests. */
  commitDelayMs: number;
}

export function openLog(
  database: Database,
  { log, now, commitDelayMs }: OpenLogOptions,
): { documents: DocumentLog; health: StorageHealth; fold: FoldUpdates } {
  const health = new StorageHealth(log, () => countAside(database));
  const { onCommit, onFaults } = health;
  const stored = sqliteDocumentLog(database, { ...logErrors, onCommit, onFaults });
  const folder = snapshotFolder();
  const sound = soundLog(verifiedSnapshots(stored, folder, database.driver.name), now);
  const documents = commitDelayMs > 0 ? delayedLog(sound, commitDelayMs) : sound;
  return { documents, health, fold: (rows) => folder.fold(rows) };
}
