// How organisations come to their figures. Nothing else reads these rows: who may see them is asked in one place.
import { and, eq } from 'drizzle-orm';
import { figureWorking } from '../figure-schema.ts';
import type { Tx } from '../open-database.ts';

export type FigureWorkingRow = typeof figureWorking.$inferSelect;

export function listWorkingsOf(tx: Tx, organisationId: string): FigureWorkingRow[] {
  return tx
    .select()
    .from(figureWorking)
    .where(eq(figureWorking.organisationId, organisationId))
    .orderBy(figureWorking.rowId)
    .all();
}

export function saveWorking(tx: Tx, row: FigureWorkingRow): void {
  tx.insert(figureWorking)
    .values(row)
    .onConflictDoUpdate({ target: [figureWorking.organisationId, figureWorking.rowId], set: row })
    .run();
}

export function deleteWorking(tx: Tx, organisationId: string, rowId: string): void {
  tx.delete(figureWorking)
    .where(and(eq(figureWorking.organisationId, organisationId), eq(figureWorking.rowId, rowId)))
    .run();
}

export function deleteWorkingsOf(tx: Tx, organisationId: string): void {
  tx.delete(figureWorking).where(eq(figureWorking.organisationId, organisationId)).run();
}
