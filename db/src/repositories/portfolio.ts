// What the list of somebody's proposals shows: counts, who was active, what is in the bin. And what a clone could not place.
import { and, asc, count, desc, eq, gte, inArray, isNotNull, lte, max } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { leftover, proposalSummary } from '../portfolio-schema.ts';
import { answerState, document, member, proposal, timeline, user } from '../schema.ts';

export type SummaryRow = typeof proposalSummary.$inferSelect;
export type LeftoverRow = typeof leftover.$inferSelect;

export function listSummaries(tx: Tx, proposalIds: string[]): Map<string, SummaryRow> {
  const rows = tx.select().from(proposalSummary).where(inArray(proposalSummary.proposalId, proposalIds)).all();
  return new Map(rows.map((row) => [row.proposalId, row]));
}

export function saveSummary(tx: Tx, row: SummaryRow): void {
  tx.insert(proposalSummary).values(row).onConflictDoUpdate({ target: proposalSummary.proposalId, set: row }).run();
}

/** Of no document: what was counted at it is counted anew with the next look. */
const STALE = -1;

/** What it counts hangs on rows beside the document too. */
export function markSummaryStale(tx: Tx, proposalId: string): void {
  tx.update(proposalSummary).set({ seq: STALE }).where(eq(proposalSummary.proposalId, proposalId)).run();
}

/** As soon as it is set: mails about it do not wait until somebody looks at the list. */
export function saveOwnDeadline(tx: Tx, proposalId: string, ownDeadline: string): void {
  tx.insert(proposalSummary)
    .values({ proposalId, seq: STALE, answered: 0, total: 0, ownDeadline })
    .onConflictDoUpdate({ target: proposalSummary.proposalId, set: { ownDeadline } })
    .run();
}

/** How far each document has come. */
export function listSeqs(tx: Tx, proposalIds: string[]): Map<string, number> {
  const rows = tx
    .select({ id: document.id, seq: document.lastSeq })
    .from(document)
    .where(inArray(document.id, proposalIds))
    .all();
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** Per proposal, how many answers are marked as final. */
export function countFinals(tx: Tx, proposalIds: string[]): Map<string, number> {
  const rows = tx
    .select({ id: answerState.proposalId, n: count() })
    .from(answerState)
    .where(and(inArray(answerState.proposalId, proposalIds), eq(answerState.status, 'final')))
    .groupBy(answerState.proposalId)
    .all();
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Who did anything since then, the latest first. Those who left are not among them. */
export function listActive(tx: Tx, proposalIds: string[], since: number) {
  return tx
    .select({ proposalId: timeline.proposalId, userId: user.id, name: user.name, at: max(timeline.at) })
    .from(timeline)
    .innerJoin(user, eq(user.id, timeline.actorId))
    .innerJoin(member, and(eq(member.userId, user.id), eq(member.proposalId, timeline.proposalId)))
    .where(and(inArray(timeline.proposalId, proposalIds), gte(timeline.at, since)))
    .groupBy(timeline.proposalId, user.id)
    .orderBy(desc(max(timeline.at)))
    .all();
}

export function listDeletedOf(tx: Tx, userId: string) {
  return tx
    .select({ proposal, role: member.role })
    .from(member)
    .innerJoin(proposal, eq(proposal.id, member.proposalId))
    .where(and(eq(member.userId, userId), isNotNull(proposal.deletedAt)))
    .orderBy(desc(proposal.deletedAt), desc(proposal.id))
    .all();
}

/** Whose time of grace is over. */
export function listDeletedBefore(tx: Tx, before: number): string[] {
  const rows = tx.select({ id: proposal.id }).from(proposal).where(lte(proposal.deletedAt, before)).all();
  return rows.map(({ id }) => id);
}

export function insertLeftover(tx: Tx, row: LeftoverRow): void {
  tx.insert(leftover).values(row).run();
}

export function listLeftovers(tx: Tx, proposalId: string): LeftoverRow[] {
  return tx.select().from(leftover).where(eq(leftover.proposalId, proposalId)).orderBy(asc(leftover.position)).all();
}

/** @returns false when there is none of that id here. */
export function settleLeftover(tx: Tx, proposalId: string, id: string, settledAt: number | null): boolean {
  const place = and(eq(leftover.proposalId, proposalId), eq(leftover.id, id));
  return tx.update(leftover).set({ settledAt }).where(place).run().changes > 0;
}
