// What a comment has beside its words: reactions, and what it said before.
import {
  deleteReaction,
  findComment,
  findThread,
  listWordings as listWordingRows,
  saveReaction,
} from '@adagia/db/repositories/threads';
import type { Reaction, Thread } from '@adagia/shared/api/review';
import type { CommentId } from '@adagia/shared/ids';
import { AppError } from '../http/app-error.ts';
import { authorise } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { changeThread, type ThreadPlace } from './threads.ts';

type CommentPlace = ThreadPlace & { commentId: CommentId };

export function setReaction(
  deps: Deps,
  person: Person,
  place: CommentPlace,
  { reaction, isOn }: { reaction: Reaction; isOn: boolean },
): Thread {
  return changeThread(deps, person, place, (tx, row, at) => {
    const comment = findComment(tx, place.commentId);
    if (!comment || comment.threadId !== row.id || comment.deletedAt) throw new AppError('not-found');
    const sign = { commentId: comment.id, userId: person.userId, reaction };
    if (isOn) saveReaction(tx, { ...sign, at });
    else deleteReaction(tx, sign);
    return null;
  });
}

export function listWordings(
  { database: { orm } }: Deps,
  person: Person,
  { proposalId, threadId, commentId }: CommentPlace,
): { body: string; at: string }[] {
  authorise(orm, person, proposalId, 'proposal.read');
  const comment = findThread(orm, proposalId, threadId) && findComment(orm, commentId);
  if (!comment || comment.threadId !== threadId || comment.deletedAt) throw new AppError('not-found');
  return listWordingRows(orm, commentId).map(({ body, at }) => ({ body, at: iso(at) }));
}
