// A database file as an older version left it: the migrations before a given one, and no later ones.
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import journal from '../../migrations/sqlite/meta/_journal.json' with { type: 'json' };
import { databaseFileIn } from '../open-database.ts';

const migrationsFolder = fileURLToPath(new URL('../../migrations/sqlite', import.meta.url));

/** @param name of the first migration that the file has not had, without its number. @returns the file, open; close it. */
export function openOldDatabase(dataDir: string, name: string): Sqlite.Database {
  const count = journal.entries.findIndex(({ tag }) => tag.slice(5) === name);
  if (count < 0) throw new Error(`there is no migration ${name}`);
  const driver = new Sqlite(databaseFileIn(dataDir));
  driver.exec('CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric)');
  const keep = driver.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder }).slice(0, count)) {
    for (const statement of sql) driver.exec(statement);
    keep.run(hash, folderMillis);
  }
  return driver;
}
