// Who looks after the installation. There is one as soon as there is an account.
import { count, eq, isNull } from 'drizzle-orm';
import { administrator, disabledPerson } from '../installation-schema.ts';
import type { Tx } from '../open-database.ts';

export type AdministratorRow = typeof administrator.$inferSelect;

export function isAdministrator(tx: Tx, userId: string): boolean {
  return tx.select().from(administrator).where(eq(administrator.userId, userId)).get() !== undefined;
}

export function countAdministrators(tx: Tx): number {
  return tx.select({ n: count() }).from(administrator).get()?.n ?? 0;
}

/** Once more for the same person changes nothing. */
export function insertAdministrator(tx: Tx, row: AdministratorRow): void {
  tx.insert(administrator).values(row).onConflictDoNothing().run();
}

/** @returns whether there was one of that name */
export function deleteAdministrator(tx: Tx, userId: string): boolean {
  return tx.delete(administrator).where(eq(administrator.userId, userId)).run().changes > 0;
}

/** Those who can come in: whoever is shut out looks after nothing. */
export function countAbleAdministrators(tx: Tx): number {
  return (
    tx
      .select({ n: count() })
      .from(administrator)
      .leftJoin(disabledPerson, eq(disabledPerson.userId, administrator.userId))
      .where(isNull(disabledPerson.userId))
      .get()?.n ?? 0
  );
}
