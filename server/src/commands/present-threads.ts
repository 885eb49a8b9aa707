// Threads with their comments as the REST contract shows them to one person.
import type { Tx } from '@adagia/db/open-database';
import { listComments, listReads, listThreads } from '@adagia/db/repositories/threads';
import { type Comment, commentTargetSchema, type Thread } from '@adagia/shared/api/review';
import type { CommentId, OrganisationId, ThreadId, UserId } from '@adagia/shared/ids';
import { iso } from './deps.ts';

type Row = ReturnType<typeof listComments>[number];

function presentComment({ comment, authorName, organisationId }: Row): Comment {
  return {
    id: comment.id as CommentId,
    authorId: comment.authorId as UserId,
    authorName,
    organisationId: organisationId as OrganisationId | null,
    body: comment.deletedAt ? '' : comment.body,
    createdAt: iso(comment.createdAt),
    editedAt: comment.editedAt ? iso(comment.editedAt) : null,
    isDeleted: comment.deletedAt !== null,
  };
}

/** @param userId whose unread marks are shown */
export function presentThreads(tx: Tx, proposalId: string, userId: string): Thread[] {
  const threads = listThreads(tx, proposalId);
  const ids = threads.map((row) => row.id);
  const comments = Map.groupBy(listComments(tx, proposalId, ids), (row) => row.comment.threadId);
  const reads = listReads(tx, userId, ids);
  return threads.map((row) => {
    const own = comments.get(row.id) ?? [];
    const readAt = reads.get(row.id) ?? 0;
    return {
      id: row.id as ThreadId,
      target: commentTargetSchema.parse(row.target),
      comments: own.map(presentComment),
      resolvedAt: row.resolvedAt ? iso(row.resolvedAt) : null,
      resolvedBy: row.resolvedBy as UserId | null,
      isUnread: own.some(
        ({ comment }) => comment.createdAt > readAt && comment.authorId !== userId && !comment.deletedAt,
      ),
    };
  });
}
