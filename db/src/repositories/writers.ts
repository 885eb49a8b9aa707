// Who wrote in a document since a moment, by its log: under the ids that they are known by now.
import { and, desc, eq, gt, isNotNull } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { documentUpdate, user } from '../schema.ts';

/** Who writes is told by the first of them; who only comments has few. */
const ROWS_AT_ONCE = 50;

/**
 * @param isWritten whether an update counts: asked of each person from their last one back until one does
 * @returns the last one first
 */
export function writersSince(
  tx: Tx,
  proposalId: string,
  sinceMs: number,
  isWritten: (bytes: Uint8Array) => boolean,
): { userId: string; lastAt: number }[] {
  const { documentId, authorId, at, bytes, seq } = documentUpdate;
  const inTime = and(eq(documentId, proposalId), gt(at, sinceMs));
  const authors = tx
    .selectDistinct({ id: authorId, mergedInto: user.mergedInto })
    .from(documentUpdate)
    .leftJoin(user, eq(user.id, authorId))
    .where(and(inTime, isNotNull(authorId)))
    .all();
  const lastOf = (id: string): number | null => {
    const some = (offset: number) =>
      tx
        .select({ at, bytes })
        .from(documentUpdate)
        .where(and(inTime, eq(authorId, id)))
        .orderBy(desc(seq))
        .limit(ROWS_AT_ONCE)
        .offset(offset)
        .all();
    for (let offset = 0, rows = some(0); rows.length > 0; offset += rows.length, rows = some(offset)) {
      const last = rows.find((row) => isWritten(row.bytes));
      if (last) return last.at;
    }
    return null;
  };
  const lastAt = new Map<string, number>();
  for (const { id, mergedInto } of authors) {
    const last = id === null ? null : lastOf(id);
    const userId = mergedInto ?? id ?? '';
    if (last !== null) lastAt.set(userId, Math.max(last, lastAt.get(userId) ?? 0));
  }
  return [...lastAt].map(([userId, last]) => ({ userId, lastAt: last })).sort((a, b) => b.lastAt - a.lastAt);
}
