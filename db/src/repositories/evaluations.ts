// Rounds of mock evaluation and what evaluators gave in them. Hands out every row: who may see it is the command's to ask.
import { and, asc, desc, eq, isNull, lte, ne } from 'drizzle-orm';
import { evaluation, evaluationRound, evaluationScore } from '../evaluation-schema.ts';
import type { Tx } from '../open-database.ts';
import { member, user } from '../schema.ts';

export type RoundRow = typeof evaluationRound.$inferSelect;
export type EvaluationRow = typeof evaluation.$inferSelect;
export type ScoreRow = typeof evaluationScore.$inferSelect;

/** Newest first. */
export function listRounds(tx: Tx, proposalId: string): RoundRow[] {
  return tx
    .select()
    .from(evaluationRound)
    .where(eq(evaluationRound.proposalId, proposalId))
    .orderBy(desc(evaluationRound.number))
    .all();
}

export function findRound(tx: Tx, proposalId: string, id: string): RoundRow | undefined {
  return tx
    .select()
    .from(evaluationRound)
    .where(and(eq(evaluationRound.proposalId, proposalId), eq(evaluationRound.id, id)))
    .get();
}

/** Of all proposals, due on a day until then, where somebody is still waited for. */
export function listOpenRounds(tx: Tx, until: string): RoundRow[] {
  const isOpen = and(isNull(evaluationRound.closedAt), isNull(evaluationRound.completedAt));
  const isDue = and(ne(evaluationRound.dueOn, ''), lte(evaluationRound.dueOn, until));
  return tx.select().from(evaluationRound).where(and(isOpen, isDue)).all();
}

export function insertRound(tx: Tx, row: RoundRow): void {
  tx.insert(evaluationRound).values(row).run();
}

export function updateRound(
  tx: Tx,
  id: string,
  change: Partial<Pick<RoundRow, 'dueOn' | 'isShared' | 'completedAt' | 'closedAt'>>,
): void {
  tx.update(evaluationRound).set(change).where(eq(evaluationRound.id, id)).run();
}

export interface Evaluator {
  evaluation: EvaluationRow;
  name: string;
  /** Somebody who has left the proposal is waited for no more. */
  isMember: boolean;
}

/** Without those that were taken off again, in an order that says nothing. */
export function listEvaluators(tx: Tx, { id, proposalId }: Pick<RoundRow, 'id' | 'proposalId'>): Evaluator[] {
  return tx
    .select({ evaluation, name: user.name, memberId: member.userId })
    .from(evaluation)
    .innerJoin(user, eq(user.id, evaluation.userId))
    .leftJoin(member, and(eq(member.userId, evaluation.userId), eq(member.proposalId, proposalId)))
    .where(and(eq(evaluation.roundId, id), isNull(evaluation.removedAt)))
    .orderBy(asc(evaluation.mark))
    .all()
    .map(({ memberId, ...rest }) => ({ ...rest, isMember: memberId !== null }));
}

/** Also of somebody who was taken off. */
export function findEvaluation(tx: Tx, roundId: string, userId: string): EvaluationRow | undefined {
  return tx
    .select()
    .from(evaluation)
    .where(and(eq(evaluation.roundId, roundId), eq(evaluation.userId, userId)))
    .get();
}

export function insertEvaluation(tx: Tx, row: EvaluationRow): void {
  tx.insert(evaluation).values(row).run();
}

export function updateEvaluation(
  tx: Tx,
  { roundId, userId }: Pick<EvaluationRow, 'roundId' | 'userId'>,
  change: Partial<Pick<EvaluationRow, 'removedAt' | 'submittedAt'>>,
): void {
  tx.update(evaluation)
    .set(change)
    .where(and(eq(evaluation.roundId, roundId), eq(evaluation.userId, userId)))
    .run();
}

export function listScores(tx: Tx, roundId: string, userId: string): ScoreRow[] {
  return tx
    .select()
    .from(evaluationScore)
    .where(and(eq(evaluationScore.roundId, roundId), eq(evaluationScore.userId, userId)))
    .orderBy(asc(evaluationScore.criterionId))
    .all();
}

export function saveScore(tx: Tx, row: ScoreRow): void {
  const { roundId, userId, criterionId } = evaluationScore;
  tx.insert(evaluationScore)
    .values(row)
    .onConflictDoUpdate({ target: [roundId, userId, criterionId], set: row })
    .run();
}
