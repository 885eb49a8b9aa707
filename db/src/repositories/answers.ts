// Status, owner and "carried over" of answers. Answers nobody touched have no row.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { answerState } from '../schema.ts';

export type AnswerStateRow = typeof answerState.$inferSelect;

export function listAnswerStates(tx: Tx, proposalId: string): AnswerStateRow[] {
  return tx.select().from(answerState).where(eq(answerState.proposalId, proposalId)).orderBy(answerState.key).all();
}

export function findAnswerState(tx: Tx, proposalId: string, key: string): AnswerStateRow | undefined {
  return tx
    .select()
    .from(answerState)
    .where(and(eq(answerState.proposalId, proposalId), eq(answerState.key, key)))
    .get();
}

export function saveAnswerState(tx: Tx, row: AnswerStateRow): void {
  tx.insert(answerState)
    .values(row)
    .onConflictDoUpdate({ target: [answerState.proposalId, answerState.key], set: row })
    .run();
}

/** Of all answers of somebody who left. */
export function clearOwner(tx: Tx, proposalId: string, userId: string): void {
  tx.update(answerState)
    .set({ ownerId: null })
    .where(and(eq(answerState.proposalId, proposalId), eq(answerState.ownerId, userId)))
    .run();
}
