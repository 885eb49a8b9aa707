// Who wrote in a document since a moment, by its log: under the ids that they are known by now.
import { and, desc, eq, gt, isNotNull, max, sql } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { documentUpdate, user } from '../schema.ts';

/** The last one first. */
export function writersSince(tx: Tx, proposalId: string, sinceMs: number): { userId: string; lastAt: number }[] {
  const { documentId, authorId, at } = documentUpdate;
  const userId = sql<string>`coalesce(${user.mergedInto}, ${authorId})`;
  const lastAt = max(at);
  return tx
    .select({ userId, lastAt })
    .from(documentUpdate)
    .leftJoin(user, eq(user.id, authorId))
    .where(and(eq(documentId, proposalId), gt(at, sinceMs), isNotNull(authorId)))
    .groupBy(userId)
    .orderBy(desc(lastAt))
    .all()
    .map((row) => ({ userId: row.userId, lastAt: row.lastAt ?? 0 }));
}
