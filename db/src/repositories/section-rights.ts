// Owners, co-writers and locks of sections.
import { and, eq } from 'drizzle-orm';
import type { Database, Tx } from '../open-database.ts';
import { sectionRight, sectionWriter } from '../rights-schema.ts';
import { user } from '../schema.ts';

export type SectionRightRow = typeof sectionRight.$inferSelect;

const isSection = (proposalId: string, sectionId: string) =>
  and(eq(sectionRight.proposalId, proposalId), eq(sectionRight.sectionId, sectionId));

export function findSectionRight(tx: Tx, proposalId: string, sectionId: string): SectionRightRow | undefined {
  return tx.select().from(sectionRight).where(isSection(proposalId, sectionId)).get();
}

/** With the name of who locked it. */
export function listSectionRights(tx: Tx, proposalId: string) {
  return tx
    .select({ right: sectionRight, lockedByName: user.name })
    .from(sectionRight)
    .leftJoin(user, eq(user.id, sectionRight.lockedBy))
    .where(eq(sectionRight.proposalId, proposalId))
    .orderBy(sectionRight.sectionId)
    .all();
}

export function listSectionWriters(tx: Tx, proposalId: string) {
  return tx
    .select({ sectionId: sectionWriter.sectionId, userId: sectionWriter.userId })
    .from(sectionWriter)
    .where(eq(sectionWriter.proposalId, proposalId))
    .orderBy(sectionWriter.sectionId, sectionWriter.userId)
    .all();
}

export function saveSectionRight(tx: Tx, row: SectionRightRow): void {
  tx.insert(sectionRight)
    .values(row)
    .onConflictDoUpdate({ target: [sectionRight.proposalId, sectionRight.sectionId], set: row })
    .run();
}

export function replaceSectionWriters(tx: Tx, proposalId: string, sectionId: string, userIds: readonly string[]): void {
  tx.delete(sectionWriter)
    .where(and(eq(sectionWriter.proposalId, proposalId), eq(sectionWriter.sectionId, sectionId)))
    .run();
  for (const userId of new Set(userIds)) tx.insert(sectionWriter).values({ proposalId, sectionId, userId }).run();
}

/** Of somebody who left. Their locks stay: what was final is final. */
export function clearSectionsOf(tx: Tx, proposalId: string, userId: string): void {
  tx.update(sectionRight)
    .set({ ownerId: null })
    .where(and(eq(sectionRight.proposalId, proposalId), eq(sectionRight.ownerId, userId)))
    .run();
  tx.delete(sectionWriter)
    .where(and(eq(sectionWriter.proposalId, proposalId), eq(sectionWriter.userId, userId)))
    .run();
}

export interface KeptRight {
  sectionId: string;
  ownerId: string | null;
  isExclusive: number;
  lockedBy: string | null;
}

/** Prepared once: asked with every socket that is opened and for each when rights change. */
export function writingRulesLookup({ driver }: Pick<Database, 'driver'>) {
  const proposal = driver.prepare<
    [string],
    { callId: string; hasOwnColumns: number; isNegotiated: number; isFrozen: number }
  >(
    `SELECT call_id AS callId, has_own_columns AS hasOwnColumns, is_negotiated AS isNegotiated,
            EXISTS (SELECT 1 FROM freeze WHERE freeze.proposal_id = proposal.id AND unlocked_at IS NULL) AS isFrozen
       FROM proposal WHERE id = ?`,
  );
  const rights = driver.prepare<[string], KeptRight>(
    'SELECT section_id AS sectionId, owner_id AS ownerId, is_exclusive AS isExclusive, locked_by AS lockedBy FROM section_right WHERE proposal_id = ?',
  );
  const writers = driver.prepare<[string], { sectionId: string; userId: string }>(
    'SELECT section_id AS sectionId, user_id AS userId FROM section_writer WHERE proposal_id = ?',
  );
  return (proposalId: string) => {
    const found = proposal.get(proposalId);
    return found && { ...found, rights: rights.all(proposalId), writers: writers.all(proposalId) };
  };
}
