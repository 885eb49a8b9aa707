// Comment threads, their comments, and who has read what.
import { and, desc, eq, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import { commentReaction, commentWording } from '../comment-schema.ts';
import type { Tx } from '../open-database.ts';
import { comment, member, proposal, thread, threadRead, user } from '../schema.ts';

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

/** Whose a thread is to settle. */
export type TaskColumns = Pick<
  ThreadRow,
  'assigneeId' | 'assigneeOrganisationId' | 'assignedBy' | 'assignedAt' | 'dueOn'
>;
type ThreadChange = Partial<Pick<ThreadRow, 'resolvedAt' | 'resolvedBy' | 'target'> & TaskColumns>;

export function updateThread(tx: Tx, id: string, change: ThreadChange): void {
  tx.update(thread).set(change).where(eq(thread.id, id)).run();
}

export function deleteThread(tx: Tx, id: string): void {
  tx.delete(threadRead).where(eq(threadRead.threadId, id)).run();
  const own = tx.select({ id: comment.id }).from(comment).where(eq(comment.threadId, id)).all();
  for (const one of own) forgetBeside(tx, one.id);
  tx.delete(comment).where(eq(comment.threadId, id)).run();
  tx.delete(thread).where(eq(thread.id, id)).run();
}

export function insertComment(tx: Tx, row: CommentRow): void {
  tx.insert(comment).values(row).run();
}

/** Earlier words and reactions: they go with the words that they belong to. */
export function forgetBeside(tx: Tx, commentId: string): void {
  tx.delete(commentWording).where(eq(commentWording.commentId, commentId)).run();
  tx.delete(commentReaction).where(eq(commentReaction.commentId, commentId)).run();
}

export function insertWording(tx: Tx, row: typeof commentWording.$inferSelect): void {
  tx.insert(commentWording).values(row).run();
}

/** The latest first. */
export function listWordings(tx: Tx, commentId: string) {
  return tx
    .select()
    .from(commentWording)
    .where(eq(commentWording.commentId, commentId))
    .orderBy(desc(commentWording.at), desc(commentWording.id))
    .all();
}

/** Twice is once. */
export function saveReaction(tx: Tx, row: typeof commentReaction.$inferSelect): void {
  tx.insert(commentReaction).values(row).onConflictDoNothing().run();
}

export function deleteReaction(
  tx: Tx,
  { commentId, userId, reaction }: Omit<typeof commentReaction.$inferSelect, 'at'>,
): void {
  const { commentId: ofComment, userId: ofUser, reaction: sign } = commentReaction;
  tx.delete(commentReaction)
    .where(and(eq(ofComment, commentId), eq(ofUser, userId), eq(sign, reaction)))
    .run();
}

/** With names, in the order of their coming. */
export function listReactions(tx: Tx, threadIds: string[]) {
  return tx
    .select({ reaction: commentReaction, name: user.name })
    .from(commentReaction)
    .innerJoin(comment, eq(comment.id, commentReaction.commentId))
    .innerJoin(user, eq(user.id, commentReaction.userId))
    .where(inArray(comment.threadId, threadIds))
    .orderBy(commentReaction.at, commentReaction.userId)
    .all();
}

/** Open threads that are this person's to settle, or their organisation's, where they are a member and work goes on. */
export function listTasksOf(tx: Tx, userId: string) {
  const isTheirs = or(eq(thread.assigneeId, userId), eq(thread.assigneeOrganisationId, member.organisationId));
  return tx
    .select({ thread, proposal, assignedByName: user.name })
    .from(thread)
    .innerJoin(proposal, and(eq(proposal.id, thread.proposalId), isNull(proposal.deletedAt)))
    .innerJoin(member, and(eq(member.proposalId, thread.proposalId), eq(member.userId, userId)))
    .leftJoin(user, eq(user.id, thread.assignedBy))
    .where(and(isTheirs, isNull(thread.resolvedAt), isNull(proposal.archivedAt)))
    .orderBy(thread.assignedAt, thread.id)
    .all();
}

/** Open tasks of living proposals that are due on a day until then. */
export function listDueThreads(tx: Tx, until: string): ThreadRow[] {
  const isAlive = and(eq(proposal.id, thread.proposalId), isNull(proposal.deletedAt), isNull(proposal.archivedAt));
  const isDue = and(isNull(thread.resolvedAt), ne(thread.dueOn, ''), lte(thread.dueOn, until));
  return tx
    .select({ thread })
    .from(thread)
    .innerJoin(proposal, isAlive)
    .where(isDue)
    .all()
    .map((row) => row.thread);
}

/** Before an organisation goes: nobody is left to settle them. */
export function releaseTasksOf(tx: Tx, organisationId: string): void {
  tx.update(thread)
    .set({ assigneeOrganisationId: null, assignedBy: null, assignedAt: null, dueOn: '' })
    .where(eq(thread.assigneeOrganisationId, organisationId))
    .run();
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
