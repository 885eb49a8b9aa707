// Erases a proposal with everything that hangs on it. What hangs on it is read from the foreign keys of the database itself, so that
// a table that is added later is not forgotten; the record of rights points at nothing, and stays. Freed pages are overwritten.
import type { Database } from '../open-database.ts';

type Driver = Database['driver'];

/** Rows of the log at a time: some milliseconds, between which others are served. */
const LOG_BATCH = 500;

interface Reference {
  table: string;
  from: string;
  to: string;
}

/** By the table that is pointed at. */
function references(driver: Driver): Map<string, Reference[]> {
  const tables = driver.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  const found = new Map<string, Reference[]>();
  for (const table of tables) {
    const keys = driver.pragma(`foreign_key_list("${table}")`) as { table: string; from: string; to: string }[];
    for (const { table: target, from, to } of keys) {
      found.set(target, [...(found.get(target) ?? []), { table, from, to }]);
    }
  }
  return found;
}

/** People stay, whatever of the proposal their row points at. */
const PEOPLE = new Set(['user', 'session']);

/** Statements that delete, children first. `condition` has one `?`, the proposal's id. */
function statements(all: Map<string, Reference[]>, table: string, condition: string): string[] {
  const children = (all.get(table) ?? []).flatMap(({ table: child, from, to }) => {
    const pointing = `"${from}" IN (SELECT "${to}" FROM "${table}" WHERE ${condition})`;
    if (PEOPLE.has(child)) return [`UPDATE "${child}" SET "${from}" = NULL WHERE ${pointing}`];
    // A table that points at itself goes as a whole.
    return child === table ? [] : statements(all, child, pointing);
  });
  return [...new Set([...children, `DELETE FROM "${table}" WHERE ${condition}`])];
}

/** Its log alone, one batch. @returns whether there is more */
export function eraseLogBatch({ driver }: Database, documentId: string): boolean {
  const erase = driver.prepare(
    'DELETE FROM document_update WHERE rowid IN (SELECT rowid FROM document_update WHERE document_id = ? LIMIT ?)',
  );
  driver.pragma('secure_delete = ON');
  try {
    return erase.run(documentId, LOG_BATCH).changes === LOG_BATCH;
  } finally {
    driver.pragma('secure_delete = OFF');
  }
}

/** All of it in one transaction, after the log has gone in batches. `also` runs in it: what has to be said about it. */
export function eraseProposal(database: Database, proposalId: string, also: () => void): void {
  const { driver } = database;
  const all = references(driver);
  driver.pragma('secure_delete = ON');
  try {
    database.transaction(() => {
      driver.pragma('defer_foreign_keys = ON');
      for (const root of ['document', 'proposal']) {
        for (const statement of statements(all, root, '"id" = ?')) driver.prepare(statement).run(proposalId);
      }
      also();
    });
  } finally {
    driver.pragma('secure_delete = OFF');
  }
}
