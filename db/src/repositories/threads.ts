// Comment threads, their comments, and who has read what.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { comment, member, thread, threadRead, user } from '../schema.ts';

export type ThreadRow = typeof thread.$inferSelect;
export type CommentRow = typeof comment.$inferSelect;

export function insertThread(tx: Tx, row: ThreadRow): void {
  tx.insert(thread).values(row).run();
}

export function listThreads(tx: Tx, proposalId: string): ThreadRow[] {
  return tx.select().from(thread).where(eq(thread.proposalId, proposalId)).orderBy(thread.createdAt, thread.id).all();
}

export function findThread(tx: Tx, proposalId: string, id: string): ThreadRow | undefined {
  return tx
    .select()
    .from(thread)
    .where(and(eq(thread.proposalId, proposalId), eq(thread.id, id)))
    .get();
}

/** In any proposal: an id that a client made must not be taken twice. */
export function hasThread(tx: Tx, id: string): boolean {
  return tx.select({ id: thread.id }).from(thread).where(eq(thread.id, id)).get() !== undefined;
}

type ThreadChange = Partial<Pick<ThreadRow, 'resolvedAt' | 'resolvedBy' | 'target'>>;

export function updateThread(tx: Tx, id: string, change: ThreadChange): void {
  tx.update(thread).set(change).where(eq(thread.id, id)).run();
}

export function deleteThread(tx: Tx, id: string): void {
  tx.delete(threadRead).where(eq(threadRead.threadId, id)).run();
  tx.delete(comment).where(eq(comment.threadId, id)).run();
  tx.delete(thread).where(eq(thread.id, id)).run();
}

export function insertComment(tx: Tx, row: CommentRow): void {
  tx.insert(comment).values(row).run();
}

export function findComment(tx: Tx, id: string): CommentRow | undefined {
  return tx.select().from(comment).where(eq(comment.id, id)).get();
}

export function updateComment(
  tx: Tx,
  id: string,
  change: Partial<Pick<CommentRow, 'body' | 'editedAt' | 'deletedAt'>>,
): void {
  tx.update(comment).set(change).where(eq(comment.id, id)).run();
}

/** With the author's name, and organisation in this proposal (null after they left). In order of writing. */
export function listComments(tx: Tx, proposalId: string, threadIds: string[]) {
  return tx
    .select({ comment, authorName: user.name, organisationId: member.organisationId })
    .from(comment)
    .innerJoin(user, eq(user.id, comment.authorId))
    .leftJoin(member, and(eq(member.userId, comment.authorId), eq(member.proposalId, proposalId)))
    .where(inArray(comment.threadId, threadIds))
    .orderBy(comment.createdAt, comment.id)
    .all();
}

export function countLiveComments(tx: Tx, threadId: string): number {
  return tx
    .select({ id: comment.id })
    .from(comment)
    .where(and(eq(comment.threadId, threadId), isNull(comment.deletedAt)))
    .all().length;
}

/** @returns per thread, until when this person has read it. */
export function listReads(tx: Tx, userId: string, threadIds: string[]): Map<string, number> {
  const rows = tx
    .select()
    .from(threadRead)
    .where(and(eq(threadRead.userId, userId), inArray(threadRead.threadId, threadIds)))
    .all();
  return new Map(rows.map((row) => [row.threadId, row.at]));
}

export function saveRead(tx: Tx, threadId: string, userId: string, at: number): void {
  tx.insert(threadRead)
    .values({ threadId, userId, at })
    .onConflictDoUpdate({ target: [threadRead.threadId, threadRead.userId], set: { at } })
    .run();
}
