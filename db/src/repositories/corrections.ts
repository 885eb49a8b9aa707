// Corrections of programme figures: one row for each, never changed but by its end. What holds is what has not ended.
import { and, desc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { figureCorrection } from '../installation-schema.ts';
import type { Tx } from '../open-database.ts';
import { user } from '../schema.ts';

export type CorrectionRow = typeof figureCorrection.$inferSelect;

const ender = alias(user, 'ender');

function select(tx: Tx) {
  return tx
    .select({ correction: figureCorrection, byName: user.name, endedByName: ender.name })
    .from(figureCorrection)
    .leftJoin(user, eq(user.id, figureCorrection.createdBy))
    .leftJoin(ender, eq(ender.id, figureCorrection.endedBy));
}

/** Those that hold, of one call. */
export function listCurrentCorrections(tx: Tx, callId: string) {
  return select(tx)
    .where(and(eq(figureCorrection.callId, callId), isNull(figureCorrection.endedAt)))
    .all();
}

/** All of them, the newest first: the history of every figure. */
export function listAllCorrections(tx: Tx) {
  return select(tx).orderBy(desc(figureCorrection.at), desc(figureCorrection.id)).all();
}

export function findCorrection(tx: Tx, id: string): CorrectionRow | undefined {
  return tx.select().from(figureCorrection).where(eq(figureCorrection.id, id)).get();
}

export function insertCorrection(tx: Tx, row: CorrectionRow): void {
  tx.insert(figureCorrection).values(row).run();
}

type End = Pick<CorrectionRow, 'endedBy' | 'endedAt'>;

/** Of the one that holds for this figure, if there is one. */
export function endCorrectionOf(tx: Tx, { callId, path }: Pick<CorrectionRow, 'callId' | 'path'>, end: End): void {
  tx.update(figureCorrection)
    .set(end)
    .where(and(eq(figureCorrection.callId, callId), eq(figureCorrection.path, path), isNull(figureCorrection.endedAt)))
    .run();
}

/** @returns whether it still held */
export function endCorrection(tx: Tx, id: string, end: End): boolean {
  return (
    tx
      .update(figureCorrection)
      .set(end)
      .where(and(eq(figureCorrection.id, id), isNull(figureCorrection.endedAt)))
      .run().changes > 0
  );
}
