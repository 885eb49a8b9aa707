// What a day of work costs each organisation. Nothing else reads these rows: who may see them is asked in one place.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { dailyRate } from '../rights-schema.ts';

export type DailyRateRow = typeof dailyRate.$inferSelect;

export function listRatesOf(tx: Tx, organisationId: string): DailyRateRow[] {
  return tx
    .select()
    .from(dailyRate)
    .where(eq(dailyRate.organisationId, organisationId))
    .orderBy(dailyRate.category)
    .all();
}

export function saveRate(tx: Tx, row: DailyRateRow): void {
  tx.insert(dailyRate)
    .values(row)
    .onConflictDoUpdate({ target: [dailyRate.organisationId, dailyRate.category], set: row })
    .run();
}

export function deleteRate(tx: Tx, organisationId: string, category: string): void {
  tx.delete(dailyRate)
    .where(and(eq(dailyRate.organisationId, organisationId), eq(dailyRate.category, category)))
    .run();
}

export function deleteRatesOf(tx: Tx, organisationId: string): void {
  tx.delete(dailyRate).where(eq(dailyRate.organisationId, organisationId)).run();
}
