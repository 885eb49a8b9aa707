// Visits of people to proposals, and what others did since one ended.
import { and, asc, desc, eq, gt, isNull, lte, ne } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { comment, thread } from '../schema.ts';
import { version, versionChange, versionPending } from '../version-schema.ts';
import { visit } from '../visit-schema.ts';

export type VisitRow = typeof visit.$inferSelect;

export function findVisit(tx: Tx, userId: string, proposalId: string): VisitRow | undefined {
  return tx
    .select()
    .from(visit)
    .where(and(eq(visit.userId, userId), eq(visit.proposalId, proposalId)))
    .get();
}

export function saveVisit(tx: Tx, row: VisitRow): void {
  tx.insert(visit)
    .values(row)
    .onConflictDoUpdate({ target: [visit.userId, visit.proposalId], set: row })
    .run();
}

/** The newest that holds nothing from after `at`, else the first there is. */
export function versionAt(tx: Tx, proposalId: string, at: number): typeof version.$inferSelect | undefined {
  const inProposal = eq(version.proposalId, proposalId);
  const before = tx
    .select()
    .from(version)
    .where(and(inProposal, lte(version.at, at)))
    .orderBy(desc(version.number))
    .limit(1)
    .get();
  return before ?? tx.select().from(version).where(inProposal).orderBy(asc(version.number)).limit(1).get();
}

export interface Change {
  userId: string;
  root: string;
}

/** Who changed which root behind a version, until now; each once. */
export function changesAfter(tx: Tx, proposalId: string, number: number): Change[] {
  const { userId, root } = versionChange;
  const stored = tx
    .selectDistinct({ userId, root })
    .from(versionChange)
    .innerJoin(version, eq(version.id, versionChange.versionId))
    .where(and(eq(version.proposalId, proposalId), gt(version.number, number)))
    .all();
  const pending = tx
    .select({ userId: versionPending.userId, root: versionPending.root })
    .from(versionPending)
    .where(eq(versionPending.proposalId, proposalId))
    .all();
  const all = new Map([...stored, ...pending].map((change) => [`${change.userId} ${change.root}`, change]));
  return [...all.values()];
}

/** What others than `userId` said behind a moment, newest first. */
export function commentsAfter(tx: Tx, proposalId: string, userId: string, at: number, limit: number) {
  return tx
    .select({ comment, target: thread.target })
    .from(comment)
    .innerJoin(thread, eq(thread.id, comment.threadId))
    .where(
      and(
        eq(thread.proposalId, proposalId),
        gt(comment.createdAt, at),
        ne(comment.authorId, userId),
        isNull(comment.deletedAt),
      ),
    )
    .orderBy(desc(comment.createdAt), desc(comment.id))
    .limit(limit)
    .all();
}
