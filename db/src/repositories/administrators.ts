// Who looks after the installation. There is one as soon as there is an account.
import { count, eq } from 'drizzle-orm';
import { administrator } from '../installation-schema.ts';
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
