// Who asks to be let into a proposal.
import { and, count, eq, isNull } from 'drizzle-orm';
import { accessRequest } from '../entering-schema.ts';
import type { Tx } from '../open-database.ts';

export type AccessRequestRow = typeof accessRequest.$inferSelect;

export function insertAccessRequest(tx: Tx, row: AccessRequestRow): void {
  tx.insert(accessRequest).values(row).run();
}

/** The one that somebody has made, open or decided. */
export function findAccessRequestOf(tx: Tx, proposalId: string, asker: string): AccessRequestRow | undefined {
  return tx
    .select()
    .from(accessRequest)
    .where(and(eq(accessRequest.proposalId, proposalId), eq(accessRequest.asker, asker)))
    .get();
}

const isOpen = (proposalId: string) => and(eq(accessRequest.proposalId, proposalId), isNull(accessRequest.decidedAt));

export function findOpenAccessRequest(tx: Tx, proposalId: string, id: string): AccessRequestRow | undefined {
  return tx
    .select()
    .from(accessRequest)
    .where(and(isOpen(proposalId), eq(accessRequest.id, id)))
    .get();
}

export function listOpenAccessRequests(tx: Tx, proposalId: string): AccessRequestRow[] {
  return tx
    .select()
    .from(accessRequest)
    .where(isOpen(proposalId))
    .orderBy(accessRequest.createdAt, accessRequest.id)
    .all();
}

export function updateAccessRequest(tx: Tx, id: string, change: Partial<Omit<AccessRequestRow, 'id'>>): void {
  tx.update(accessRequest).set(change).where(eq(accessRequest.id, id)).run();
}

/** Nothing is left to be granted to somebody who is in. */
export function deleteAccessRequestOf(tx: Tx, proposalId: string, asker: string): void {
  tx.delete(accessRequest)
    .where(and(eq(accessRequest.proposalId, proposalId), eq(accessRequest.asker, asker)))
    .run();
}

export function countOpenAccessRequests(tx: Tx, proposalId: string): number {
  return tx.select({ n: count() }).from(accessRequest).where(isOpen(proposalId)).get()?.n ?? 0;
}
