// Freezes of a proposal and who may unlock them. There is one in force at most; the database sees to it.
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { freeze, freezeUnlocker } from '../freeze-schema.ts';
import type { Tx } from '../open-database.ts';
import { prepared } from '../prepared.ts';

export type FreezeRow = typeof freeze.$inferSelect;

const inForce = prepared((tx) =>
  tx
    .select()
    .from(freeze)
    .where(and(eq(freeze.proposalId, sql.placeholder('proposalId')), isNull(freeze.unlockedAt)))
    .prepare(),
);

/** The one in force. Asked with every change that is made over REST. */
export function findFreezeInForce(tx: Tx, proposalId: string): FreezeRow | undefined {
  return inForce(tx).get({ proposalId });
}

export function findFreeze(tx: Tx, proposalId: string, id: string): FreezeRow | undefined {
  return tx
    .select()
    .from(freeze)
    .where(and(eq(freeze.proposalId, proposalId), eq(freeze.id, id)))
    .get();
}

/** Newest first. */
export function listFreezes(tx: Tx, proposalId: string): FreezeRow[] {
  return tx
    .select()
    .from(freeze)
    .where(eq(freeze.proposalId, proposalId))
    .orderBy(desc(freeze.frozenAt), desc(freeze.id))
    .all();
}

/** In force and without the version that they are to have. */
export function listFreezesWithoutVersion(tx: Tx): FreezeRow[] {
  return tx
    .select()
    .from(freeze)
    .where(and(isNull(freeze.versionId), isNull(freeze.unlockedAt)))
    .all();
}

export function insertFreeze(tx: Tx, row: FreezeRow, unlockerIds: readonly string[]): void {
  tx.insert(freeze).values(row).run();
  for (const userId of unlockerIds) tx.insert(freezeUnlocker).values({ freezeId: row.id, userId }).run();
}

export function listUnlockers(tx: Tx, freezeId: string): string[] {
  const rows = tx
    .select({ userId: freezeUnlocker.userId })
    .from(freezeUnlocker)
    .where(eq(freezeUnlocker.freezeId, freezeId))
    .orderBy(freezeUnlocker.userId)
    .all();
  return rows.map(({ userId }) => userId);
}

export function updateFreeze(
  tx: Tx,
  id: string,
  change: Partial<Pick<FreezeRow, 'versionId' | 'unlockedBy' | 'unlockedAt' | 'unlockNote'>>,
): void {
  tx.update(freeze).set(change).where(eq(freeze.id, id)).run();
}
