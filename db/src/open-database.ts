// Opens the one database file: lock, pragmas, migrations. Every failure that an administrator can mend has its own code
// and sentence. WAL with synchronous=FULL: in simulated power cuts NORMAL lost acknowledged commits, FULL none.
//
// Transactions are synchronous functions on one connection: nothing can come in between, so that no request can roll back
// what another one was told is saved. An adapter for another engine has to give the same promise.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import * as schema from './schema.ts';

const migrationsFolder = fileURLToPath(new URL('../migrations/sqlite', import.meta.url));

/** Milliseconds. Nobody else writes to the file; longer would only freeze the process (it blocks the event loop). */
const BUSY_TIMEOUT_MS = 50;

export type DatabaseErrorCode = 'folder' | 'newer' | 'older' | 'not-a-database' | 'in-use' | 'disk-full' | 'damaged';

/** What an administrator can mend; `message` says it in one sentence. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;
  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseError';
    this.code = code;
  }
}

export type Tx = BetterSQLite3Database<typeof schema>;

export interface Database {
  /** For reads, and for single writes, which are transactions of their own. */
  readonly orm: Tx;
  /** The driver, for the prepared statements of the hot path. */
  readonly driver: Sqlite.Database;
  /** All or nothing. `work` must be synchronous: a promise in it is a bug and throws. */
  transaction<T>(work: (tx: Tx) => T): T;
  close(): void;
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new DatabaseError('folder', `the data folder ${dataDir} cannot be read and written`, { cause: error });
  }
}

/** A second SQLite file, locked as long as this process lives: the system lets go of it even after a crash. */
function lockFolder(dataDir: string): Sqlite.Database {
  const file = join(dataDir, 'adagia.lock');
  const lock = new Sqlite(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw describe(error, file);
    throw new DatabaseError('in-use', `the data folder ${dataDir} is in use by another Adagia`, { cause: error });
  }
}

function setPragmas(driver: Sqlite.Database): void {
  driver.pragma('journal_mode = WAL');
  driver.pragma('synchronous = FULL');
  driver.pragma('foreign_keys = ON');
  driver.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
}

/** @returns the time of the last migration that the file has had, 0 without any. */
function versionOf(driver: Sqlite.Database): number {
  const table = driver.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!table) return 0;
  const row = driver.prepare('SELECT max(created_at) AS latest FROM __drizzle_migrations').get() as {
    latest: number | null;
  };
  return row.latest ?? 0;
}

const knownVersion = (): number => Math.max(...readMigrationFiles({ migrationsFolder }).map((one) => one.folderMillis));

/** A database that a newer version has migrated must not be touched by this one. */
function assertNotNewer(driver: Sqlite.Database): void {
  if (versionOf(driver) > knownVersion()) {
    throw new DatabaseError('newer', 'the database was written by a newer version of Adagia; start that version');
  }
}

/** Beside a running server nothing is migrated: it may be an older one that still writes. */
function assertCurrent(driver: Sqlite.Database): void {
  assertNotNewer(driver);
  if (versionOf(driver) < knownVersion()) {
    throw new DatabaseError('older', 'the database is of an older version of Adagia; start this version once first');
  }
}

function describe(error: unknown, file: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  const cause = { cause: error };
  if (error.code === 'SQLITE_NOTADB') return new DatabaseError('not-a-database', `${file} is not a database`, cause);
  if (error.code === 'SQLITE_CORRUPT') return new DatabaseError('damaged', `${file} is damaged`, cause);
  if (error.code === 'SQLITE_FULL') return new DatabaseError('disk-full', `no space left for ${file}`, cause);
  // Memory that processes share is a file beside it, and a full disk shows there as an error of its own.
  if (error.code === 'SQLITE_IOERR_SHMSIZE') return new DatabaseError('disk-full', `no space left for ${file}`, cause);
  if (error.code.startsWith('SQLITE_CANTOPEN') || error.code.startsWith('SQLITE_READONLY')) {
    return new DatabaseError('folder', `${file} cannot be opened for writing`, cause);
  }
  return error;
}

function openDriver(file: string): Sqlite.Database {
  const driver = new Sqlite(file);
  try {
    setPragmas(driver);
    assertNotNewer(driver);
    migrate(drizzle(driver), { migrationsFolder });
    return driver;
  } catch (error) {
    driver.close();
    throw error;
  }
}

function assertSynchronous(result: unknown): void {
  if (result instanceof Promise) throw new Error('a transaction must not be asynchronous');
}

/** SQLite opens what it may only read without a word; then nothing that anybody types could be stored. */
function assertWritable(file: string): void {
  for (const part of [file, `${file}-wal`, `${file}-shm`]) {
    try {
      if (existsSync(part)) accessSync(part, constants.R_OK | constants.W_OK);
    } catch (error) {
      throw new DatabaseError('folder', `${part} cannot be opened for writing`, { cause: error });
    }
  }
}

function databaseOn(driver: Sqlite.Database, letGo: () => void): Database {
  const orm = drizzle(driver, { schema });
  return {
    orm,
    driver,
    transaction<T>(work: (tx: Tx) => T): T {
      return driver
        .transaction(() => {
          const result = work(orm);
          assertSynchronous(result);
          return result;
        })
        .immediate();
    },
    close() {
      driver.close();
      letGo();
    },
  };
}

export const databaseFileIn = (dataDir: string): string => join(dataDir, 'adagia.sqlite');

/** @throws DatabaseError with what to do about it. Creates the folder and the file when they are missing. */
export function openDatabase(dataDir: string): Database {
  prepareFolder(dataDir);
  const lock = lockFolder(dataDir);
  const file = databaseFileIn(dataDir);
  try {
    assertWritable(file);
    return databaseOn(openDriver(file), () => lock.close());
  } catch (error) {
    lock.close();
    throw describe(error, file);
  }
}

function openAs(file: string, prepare: (driver: Sqlite.Database) => void): Database {
  try {
    const driver = new Sqlite(file, { fileMustExist: true });
    try {
      setPragmas(driver);
      prepare(driver);
      return databaseOn(driver, () => undefined);
    } catch (error) {
      driver.close();
      throw error;
    }
  } catch (error) {
    throw describe(error, file);
  }
}

/** The same file from a second process, for as long as a command takes. @throws DatabaseError */
export const openBeside = (dataDir: string): Database => openAs(databaseFileIn(dataDir), assertCurrent);

/** A backup, or a copy of one, which is brought up to date in place. @throws DatabaseError */
export const openCopy = (file: string): Database =>
  openAs(file, (driver) => {
    assertNotNewer(driver);
    migrate(drizzle(driver), { migrationsFolder });
  });

/** Keeps every server off the folder. @returns lets go of it. @throws DatabaseError when one runs there. */
export function holdFolder(dataDir: string): () => void {
  prepareFolder(dataDir);
  const lock = lockFolder(dataDir);
  return () => lock.close();
}

/** True when the disk is full or the file became read-only: the same request may succeed later. */
export function isStorageError(error: unknown): boolean {
  const codes = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_BUSY', 'SQLITE_CANTOPEN'];
  return error instanceof Sqlite.SqliteError && codes.some((code) => error.code.startsWith(code));
}
