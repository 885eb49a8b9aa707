// One whole copy of a database that is in use, by `VACUUM INTO`: consistent, compact, and no writer waits for it (WAL). Says
// nothing about whether what is in it is sound.
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DatabaseError } from '../open-database.ts';

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Under its name only when it is on disk: a power cut must not leave half a backup that looks like one. */
export function publishFile(part: string, file: string): void {
  flush(part);
  renameSync(part, file);
  flush(dirname(file));
}

/** Readable by the owner only: it holds everybody's text and the hashes of their passwords. */
function claimName(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, '', { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'exists already' : 'cannot be written';
    throw new DatabaseError('folder', `${file} ${why}`, { cause: error });
  }
}

/** @param source file of a database, which may be in use @param file must not exist. @throws DatabaseError */
export function copyDatabase(source: string, file: string): void {
  claimName(file);
  try {
    const driver = new Sqlite(source, { readonly: true, fileMustExist: true });
    try {
      driver.prepare('VACUUM INTO ?').run(file);
    } finally {
      driver.close();
    }
  } catch (error) {
    rmSync(file, { force: true });
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_FULL') {
      throw new DatabaseError('disk-full', `no space left for ${file}`, { cause: error });
    }
    throw error;
  }
}
