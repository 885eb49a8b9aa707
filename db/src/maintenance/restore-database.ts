// Puts the content of a backup in place of what is there, in one transaction on the file that a server may be using: all of it or
// nothing, and no moment in between. Every document gets a new generation, so that no client merges an older copy into it, and a
// higher epoch, so that the rooms of the running server are fenced. What was there before is kept as a file of its own.
import { randomUUID } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import { type Database, DatabaseError, databaseFileIn, holdFolder } from '../open-database.ts';
import { copyDatabase, publishFile } from './copy-database.ts';

/** Who is signed in is a matter of today: a restore must neither sign everybody out nor bring back an ended session. */
const KEPT_TABLES = new Set(['session', 'verification', 'rate_limit']);
/** What happened has happened, also what a restore takes back: these keep what they have and get what they lack. */
const RECORDS = new Set(['audit']);

/** Milliseconds that a restore waits for a writer; it is a command, nobody's event loop. */
const WAIT_FOR_LOCK_MS = 15_000;

function tablesOf(driver: Sqlite.Database, schema: 'main' | 'backup'): string[] {
  return driver
    .prepare<[], string>(
      `SELECT name FROM ${schema}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND name <> '__drizzle_migrations' ORDER BY name`,
    )
    .pluck()
    .all();
}

/** @returns how often this file has had a backup put into it: changes exactly when it happens. */
export const restoreCount = ({ driver }: Pick<Database, 'driver'>): number =>
  Number(driver.pragma('user_version', { simple: true }));

/** Another number whenever another process has written, and never for what this one writes. */
export const foreignWrites = ({ driver }: Pick<Database, 'driver'>): number =>
  Number(driver.pragma('data_version', { simple: true }));

export interface DocumentOwner {
  generation: string;
  epoch: number;
}

/** @returns null for a document that is not there. */
export function ownerOf({ driver }: Database, documentId: string): DocumentOwner | null {
  const row = driver.prepare('SELECT generation, epoch FROM document WHERE id = ?').get(documentId);
  return (row as DocumentOwner | undefined) ?? null;
}

function renewGenerations(driver: Sqlite.Database, epochs: ReadonlyMap<string, number>): void {
  const documents = driver.prepare<[], { id: string; epoch: number }>('SELECT id, epoch FROM main.document').all();
  const renew = driver.prepare('UPDATE main.document SET generation = ?, epoch = ? WHERE id = ?');
  for (const { id, epoch } of documents) renew.run(randomUUID(), Math.max(epoch, epochs.get(id) ?? 0) + 1, id);
}

function copyTable(driver: Sqlite.Database, table: string): void {
  const columns = (driver.pragma(`main.table_info("${table}")`) as { name: string }[]).map(({ name }) => `"${name}"`);
  if (!RECORDS.has(table)) driver.exec(`DELETE FROM main."${table}"`);
  const missing = RECORDS.has(table) ? `WHERE id NOT IN (SELECT id FROM main."${table}")` : '';
  driver.exec(
    `INSERT INTO main."${table}" (${columns.join()}) SELECT ${columns.join()} FROM backup."${table}" ${missing}`,
  );
}

function replaceContent(driver: Sqlite.Database): void {
  const tables = tablesOf(driver, 'main');
  if (tables.join() !== tablesOf(driver, 'backup').join()) throw new Error('the backup has other tables');
  const epochs = new Map(
    driver
      .prepare<[], { id: string; epoch: number }>('SELECT id, epoch FROM main.document')
      .all()
      .map(({ id, epoch }) => [id, epoch]),
  );
  for (const table of tables) if (!KEPT_TABLES.has(table)) copyTable(driver, table);
  driver.exec('DELETE FROM main.session WHERE user_id NOT IN (SELECT id FROM main.user)');
  renewGenerations(driver, epochs);
  driver.pragma(`main.user_version = ${restoreCount({ driver }) + 1}`);
  if ((driver.pragma('main.foreign_key_check') as unknown[]).length > 0)
    throw new Error('the backup contradicts itself');
}

/**
 * @param database the file in use, opened beside the server @param backup file of the current version, found sound
 * @param keepAs gets what was there at the moment of the restore; must not exist
 */
export function restoreInto({ driver }: Database, backup: string, keepAs: string): void {
  driver.pragma(`busy_timeout = ${WAIT_FOR_LOCK_MS}`);
  // Tables are emptied and filled one after the other; that they agree is checked at the end.
  driver.pragma('foreign_keys = OFF');
  driver.prepare('ATTACH ? AS backup').run(backup);
  try {
    // Nobody can write from here on: the copy has everything that was acknowledged.
    driver.exec('BEGIN IMMEDIATE');
    copyDatabase(driver.name, keepAs);
    replaceContent(driver);
    driver.exec('COMMIT');
  } catch (error) {
    if (driver.inTransaction) driver.exec('ROLLBACK');
    throw error;
  } finally {
    driver.exec('DETACH backup');
  }
}

/** For a folder without a database that can be opened. @throws DatabaseError while a server runs on it. */
export function restoreAsFile(dataDir: string, backup: Database, keepAs: string): void {
  const letGo = holdFolder(dataDir);
  try {
    const file = databaseFileIn(dataDir);
    backup.transaction(() => renewGenerations(backup.driver, new Map()));
    const { name } = backup.driver;
    backup.driver.pragma('journal_mode = DELETE');
    backup.close();
    for (const part of ['', '-wal', '-shm']) {
      if (existsSync(file + part)) renameSync(file + part, keepAs + part);
    }
    publishFile(name, file);
  } finally {
    letGo();
  }
}

export const isUnusable = (error: unknown): boolean =>
  error instanceof DatabaseError && ['folder', 'not-a-database', 'damaged'].includes(error.code);
