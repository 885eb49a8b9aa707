// Gives everything of one person to another who turned out to be the same: the guest and their account. Goes by the foreign keys
// that the database has, so that a table of tomorrow is not forgotten; memberships, which mean rights, are the command's.
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { user } from '../schema.ts';

/** Not handed on: how the guest signed in, and what they were a member of. */
const KEPT_APART = new Set(['session', 'account', 'member']);

interface Column {
  table: string;
  column: string;
}

function columnsOnPeople(tx: Tx): Column[] {
  return tx.all<Column>(sql`
    SELECT t.name AS "table", f."from" AS "column"
      FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f
     WHERE t.type = 'table' AND f."table" = 'user'`);
}

/** Without a foreign key, because they outlive people. The document's own log stays: its bytes were written under that id. */
const withoutKey: Column[] = [
  { table: 'timeline', column: 'actor_id' },
  { table: 'timeline', column: 'target' },
];

function handOn(tx: Tx, { table, column }: Column, from: string, to: string): void {
  const [inTable, where] = [sql.identifier(table), sql`${sql.identifier(column)} = ${from}`];
  tx.run(sql`UPDATE OR IGNORE ${inTable} SET ${sql.identifier(column)} = ${to} WHERE ${where}`);
  // What the other one has too, such as a mark that something is read.
  tx.run(sql`DELETE FROM ${inTable} WHERE ${where}`);
}

/** The row of `from` stays, and says who it is now: the document's log knows them by it. */
export function mergePerson(tx: Tx, from: string, to: string): void {
  const columns = [...columnsOnPeople(tx).filter(({ table }) => !KEPT_APART.has(table)), ...withoutKey];
  for (const column of columns) handOn(tx, column, from, to);
  tx.update(user).set({ mergedInto: to, contactEmail: '' }).where(eq(user.id, from)).run();
}

export function listMergedInto(tx: Tx, userId: string): string[] {
  const rows = tx.select({ id: user.id }).from(user).where(eq(user.mergedInto, userId)).all();
  return rows.map(({ id }) => id);
}
