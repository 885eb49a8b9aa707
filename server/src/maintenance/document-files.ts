// The files of uploaded documents beside a backup: `<backup>.uploads`, a copy of each that the copied database names. Files never
// change and have random names, so that putting them back overwrites nothing.
import { createHash } from 'node:crypto';
import { constants, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '@adagia/db/open-database';
import { type DocumentRow, listAllDocuments } from '@adagia/db/repositories/intake';
import { uploadsFolder } from '../uploads/upload-store.ts';

export const uploadsBeside = (backup: string): string => `${backup}.uploads`;

const isWhole = (path: string, { sha256 }: DocumentRow): boolean =>
  createHash('sha256').update(readFileSync(path)).digest('hex') === sha256;

const sentence = (row: DocumentRow, problem: string): string => `the document ${row.id} (${row.file}) ${problem}`;

/** @returns what is wrong with the files of this installation, a sentence each. */
export function findDamagedFiles({ orm }: Database, dataDir: string): string[] {
  const folder = uploadsFolder(dataDir);
  return listAllDocuments(orm).flatMap((row) => {
    const path = join(folder, row.file);
    if (!existsSync(path)) return [sentence(row, 'has no file')];
    return isWhole(path, row) ? [] : [sentence(row, 'is damaged')];
  });
}

function copyAll(rows: readonly DocumentRow[], from: string, to: string): string[] {
  if (rows.length === 0) return [];
  mkdirSync(to, { recursive: true, mode: 0o700 });
  return rows.flatMap((row) => {
    const target = join(to, row.file);
    if (existsSync(target)) return [];
    try {
      copyFileSync(join(from, row.file), target, constants.COPYFILE_FICLONE);
    } catch {
      // Said with all the others; one lost scan must not keep everything else from being saved.
      rmSync(target, { force: true });
      return [sentence(row, 'has no file')];
    }
    return isWhole(target, row) ? [] : [sentence(row, 'is damaged')];
  });
}

/** Those that the copied database names. @returns what could not be copied */
export function backUpFiles({ orm }: Database, dataDir: string, backup: string): string[] {
  return copyAll(listAllDocuments(orm), uploadsFolder(dataDir), uploadsBeside(backup));
}

/** Before the database is put in place: what is there already stays. @returns what is not there afterwards */
export function bringBackFiles({ orm }: Database, backup: string, dataDir: string): string[] {
  return copyAll(listAllDocuments(orm), uploadsBeside(backup), uploadsFolder(dataDir));
}
