// Threads with their comments as the REST contract shows them to one person.
import type { Tx } from '@adagia/db/open-database';
import { findUser } from '@adagia/db/repositories/members';
import {
  findThread,
  listComments,
  listReactions,
  listReads,
  listThreads,
  type ThreadRow,
} from '@adagia/db/repositories/threads';
import { type Comment, commentTargetSchema, reactionSchema, type Task, type Thread } from '@adagia/shared/api/review';
import type { CommentId, OrganisationId, ThreadId, UserId } from '@adagia/shared/ids';
import { iso } from './deps.ts';

type Row = ReturnType<typeof listComments>[number];
type ReactionRow = ReturnType<typeof listReactions>[number];

/** In the order in which they are offered. Signs of a newer version that was taken back are left out. */
function presentReactions(rows: readonly ReactionRow[]): Comment['reactions'] {
  return reactionSchema.options.flatMap((reaction) => {
    const people = rows
      .filter((row) => row.reaction.reaction === reaction)
      .map((row) => ({ userId: row.reaction.userId as UserId, name: row.name }));
    return people.length > 0 ? [{ reaction, people }] : [];
  });
}

function presentFile({ fileAuthor, fileAt }: Row['comment']): Comment['fromFile'] {
  return fileAuthor === null ? null : { author: fileAuthor, at: fileAt === null ? null : iso(fileAt) };
}

function presentComment({ comment, authorName, organisationId }: Row, reactions: readonly ReactionRow[]): Comment {
  return {
    id: comment.id as CommentId,
    authorId: comment.authorId as UserId,
    authorName,
    organisationId: organisationId as OrganisationId | null,
    fromFile: presentFile(comment),
    body: comment.deletedAt ? '' : comment.body,
    createdAt: iso(comment.createdAt),
    editedAt: comment.editedAt ? iso(comment.editedAt) : null,
    isDeleted: comment.deletedAt !== null,
    reactions: presentReactions(reactions),
  };
}

function presentTask(tx: Tx, row: ThreadRow): Task | null {
  const { assigneeId, assigneeOrganisationId, assignedBy, dueOn } = row;
  if (assigneeId === null && assigneeOrganisationId === null) return null;
  return {
    assigneeId: assigneeId as UserId | null,
    assigneeOrganisationId: assigneeOrganisationId as OrganisationId | null,
    assigneeName: assigneeId ? (findUser(tx, assigneeId)?.name ?? '') : '',
    dueOn,
    assignedBy: assignedBy as UserId | null,
  };
}

function present(tx: Tx, threads: readonly ThreadRow[], proposalId: string, userId: string): Thread[] {
  const ids = threads.map((row) => row.id);
  const comments = Map.groupBy(listComments(tx, proposalId, ids), (row) => row.comment.threadId);
  const reactions = Map.groupBy(listReactions(tx, ids), (row) => row.reaction.commentId);
  const reads = listReads(tx, userId, ids);
  return threads.map((row) => {
    const own = comments.get(row.id) ?? [];
    const readAt = reads.get(row.id) ?? 0;
    return {
      id: row.id as ThreadId,
      target: commentTargetSchema.parse(row.target),
      comments: own.map((one) => presentComment(one, reactions.get(one.comment.id) ?? [])),
      resolvedAt: row.resolvedAt ? iso(row.resolvedAt) : null,
      resolvedBy: row.resolvedBy as UserId | null,
      task: presentTask(tx, row),
      isUnread: own.some(
        ({ comment }) => comment.createdAt > readAt && comment.authorId !== userId && !comment.deletedAt,
      ),
    };
  });
}

/** @param userId whose unread marks are shown */
export function presentThreads(tx: Tx, proposalId: string, userId: string): Thread[] {
  return present(tx, listThreads(tx, proposalId), proposalId, userId);
}

/** @returns null for one that is not in this proposal */
export function presentThread(tx: Tx, proposalId: string, threadId: string, userId: string): Thread | null {
  const row = findThread(tx, proposalId, threadId);
  return (row && present(tx, [row], proposalId, userId)[0]) ?? null;
}
