// Comment threads: open, reply, resolve. Authors are who is signed in; words are edited by their author only.

import type { Tx } from '@adagia/db/open-database';
import { findMember } from '@adagia/db/repositories/members';
import { forgetNoticesOf, markSeenAt } from '@adagia/db/repositories/notices';
import { findProposal } from '@adagia/db/repositories/proposals';
import {
  type CommentRow,
  countLiveComments,
  deleteThread,
  findComment,
  findThread,
  forgetBeside,
  hasThread,
  insertComment,
  insertThread,
  insertWording,
  listWordings,
  saveRead,
  type TaskColumns,
  type ThreadRow,
  updateComment,
  updateThread,
} from '@adagia/db/repositories/threads';
import {
  type CommentTarget,
  commentTargetSchema,
  type createThread as createThreadRoute,
  type FileComment,
  type Thread,
} from '@adagia/shared/api/review';
import { partOfTarget, placeIdOf } from '@adagia/shared/comment-places';
import type { CommentId, ProposalId, ThreadId } from '@adagia/shared/ids';
import { sectionOfAnswer } from '@adagia/shared/programme/outline';
import { can } from '@adagia/shared/roles';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { tellOfComment, tellOfEdit } from '../notices/tell-of-comment.ts';
import { tellOfDone } from '../notices/tell-of-task.ts';
import { authorise } from './access.ts';
import { anchorPassage, removeAnchor } from './comment-anchor.ts';
import type { Deps, Person } from './deps.ts';
import { presentThread, presentThreads } from './present-threads.ts';
import { callOf } from './proposals.ts';
import { discussionOf } from './suggestion-threads.ts';
import { recordEntry } from './timeline.ts';

export interface ThreadPlace {
  proposalId: ProposalId;
  threadId: ThreadId;
}

export function listThreads({ database: { orm } }: Deps, person: Person, proposalId: ProposalId): Thread[] {
  authorise(orm, person, proposalId, 'proposal.read');
  return presentThreads(orm, proposalId, person.userId);
}

/** @throws AppError invalid-body when the form of this call has no such place. */
export function sectionOfTarget(callId: string, target: CommentTarget): string {
  const part = partOfTarget(target);
  if (part) return part;
  const call = callOf(callId);
  const sectionId =
    'key' in target
      ? sectionOfAnswer(call, target.key)
      : (call.sections.find(({ id }) => id === placeIdOf(target))?.id ?? '');
  if (!sectionId) throw new AppError('invalid-body', [{ path: 'target', message: 'not in the form of this call' }]);
  return sectionId;
}

function mustShow(tx: Tx, { proposalId, threadId }: ThreadPlace, userId: string): Thread {
  const thread = presentThread(tx, proposalId, threadId, userId);
  if (!thread) throw new AppError('not-found');
  return thread;
}

interface Said {
  body: string;
  fromFile?: FileComment | undefined;
}

function newComment(id: string, threadId: string, authorId: string, said: Said, at: number): CommentRow {
  const { body, fromFile } = said;
  const file = { fileAuthor: fromFile?.author ?? null, fileAt: fromFile?.at ? Date.parse(fromFile.at) : null };
  return { id, threadId, authorId, body, ...file, createdAt: at, editedAt: null, deletedAt: null };
}

export async function createThread(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  input: z.output<(typeof createThreadRoute)['body']>,
): Promise<Thread> {
  const { orm } = deps.database;
  const place = { proposalId, threadId: input.id };
  const { proposal } = authorise(orm, person, proposalId, 'comment.write');
  const sectionId = sectionOfTarget(proposal.callId, input.target);
  const known = findThread(orm, proposalId, input.id);
  // The same request again, after its answer was lost.
  if (known?.createdBy === person.userId) return mustShow(orm, place, person.userId);
  if (known || hasThread(orm, input.id)) throw new AppError('conflict');
  const target: CommentTarget = input.target.kind === 'suggestion' ? { ...input.target, outcome: null } : input.target;
  const begun = target.kind === 'suggestion' ? discussionOf(orm, proposalId, target) : undefined;
  // Under the id of the request, so that the same request again is the same reply.
  if (begun) {
    const joined = { proposalId, threadId: begun.id as ThreadId };
    return replyToThread(deps, person, joined, {
      id: input.id as string as CommentId,
      body: input.body,
      fromFile: input.fromFile,
    });
  }
  if (target.kind === 'passage') await anchorPassage(deps, person, proposalId, input.id, target.key, input.anchor);
  const thread = deps.database.transaction((tx) => {
    authorise(tx, person, proposalId, 'comment.write');
    // Twice at the same moment: the other one has come this far while the passage was being marked.
    const twin = findThread(tx, proposalId, input.id);
    if (twin?.createdBy === person.userId) return mustShow(tx, place, person.userId);
    if (twin || hasThread(tx, input.id)) throw new AppError('conflict');
    const at = deps.now();
    const row = { id: input.id, proposalId, target, createdBy: person.userId, createdAt: at };
    insertThread(tx, { ...row, resolvedAt: null, resolvedBy: null, ...nobodys });
    insertComment(tx, newComment(deps.newId(), input.id, person.userId, input, at));
    const said = { proposalId, threadId: input.id, sectionId, authorId: person.userId, body: input.body, target };
    tellOfComment(deps, tx, said);
    saveRead(tx, input.id, person.userId, at);
    record(deps, tx, person, proposalId, target, sectionId, 'added');
    return mustShow(tx, place, person.userId);
  });
  deps.rooms.hint(proposalId, 'comments');
  return thread;
}

/** No task. */
export const nobodys: TaskColumns = {
  assigneeId: null,
  assigneeOrganisationId: null,
  assignedBy: null,
  assignedAt: null,
  dueOn: '',
};

function record(
  deps: Deps,
  tx: Tx,
  person: Person,
  proposalId: ProposalId,
  target: CommentTarget,
  sectionId: string,
  change: string,
): void {
  const entry = { proposalId, kind: 'comment' as const, actorId: person.userId, target: placeIdOf(target), sectionId };
  recordEntry(deps, tx, { ...entry, data: { change } });
}

/** One change of a thread: finds it, does it, tells the others. */
export function changeThread(
  deps: Deps,
  person: Person,
  place: ThreadPlace,
  work: (tx: Tx, row: ThreadRow, at: number) => string | null,
): Thread {
  const { proposalId, threadId } = place;
  const thread = deps.database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'comment.write');
    const row = findThread(tx, proposalId, threadId);
    if (!row) throw new AppError('not-found');
    const change = work(tx, row, deps.now());
    const shown = mustShow(tx, place, person.userId);
    const { target } = shown;
    if (change) record(deps, tx, person, proposalId, target, sectionOfTarget(proposal.callId, target), change);
    return shown;
  });
  deps.rooms.hint(proposalId, 'comments');
  return thread;
}

/** '' where the form has changed since. */
export function sectionOfRow(tx: Tx, { proposalId, target }: ThreadRow): string {
  const proposal = findProposal(tx, proposalId);
  return proposal ? sectionOfTarget(proposal.callId, commentTargetSchema.parse(target)) : '';
}

export function replyToThread(
  deps: Deps,
  person: Person,
  place: ThreadPlace,
  { id, ...said }: Said & { id: CommentId },
): Thread {
  return changeThread(deps, person, place, (tx, row, at) => {
    const known = findComment(tx, id);
    if (known && (known.authorId !== person.userId || known.threadId !== row.id)) throw new AppError('conflict');
    // The same request again, after its answer was lost.
    if (known) return null;
    insertComment(tx, newComment(id, row.id, person.userId, said, at));
    const sectionId = sectionOfRow(tx, row);
    tellOfComment(deps, tx, {
      proposalId: place.proposalId,
      threadId: row.id,
      sectionId,
      authorId: person.userId,
      body: said.body,
      target: commentTargetSchema.parse(row.target),
    });
    saveRead(tx, row.id, person.userId, at);
    return 'replied';
  });
}

function ownComment(tx: Tx, person: Person, threadId: string, id: string): CommentRow {
  const row = findComment(tx, id);
  if (!row || row.threadId !== threadId || row.deletedAt) throw new AppError('not-found');
  if (row.authorId !== person.userId) throw new AppError('forbidden');
  return row;
}

export function editComment(
  deps: Deps,
  person: Person,
  place: ThreadPlace & { commentId: CommentId },
  body: string,
): Thread {
  return changeThread(deps, person, place, (tx, row, at) => {
    const before = ownComment(tx, person, row.id, place.commentId);
    // Saved as it was.
    if (before.body === body) return null;
    const earlier = [before.body, ...listWordings(tx, before.id).map((one) => one.body)];
    insertWording(tx, {
      id: deps.newId(),
      commentId: before.id,
      body: before.body,
      at: before.editedAt ?? before.createdAt,
    });
    updateComment(tx, before.id, { body, editedAt: at });
    const target = commentTargetSchema.parse(row.target);
    const about = { proposalId: place.proposalId, threadId: row.id, sectionId: sectionOfRow(tx, row), target };
    tellOfEdit(deps, tx, { ...about, authorId: person.userId, body }, earlier);
    return 'edited';
  });
}

export async function deleteComment(
  deps: Deps,
  person: Person,
  place: ThreadPlace & { commentId: CommentId },
): Promise<{ ok: true }> {
  const { proposalId, threadId } = place;
  const emptied = deps.database.transaction((tx) => {
    authorise(tx, person, proposalId, 'comment.write');
    const row = findThread(tx, proposalId, threadId);
    if (!row) throw new AppError('not-found');
    ownComment(tx, person, threadId, place.commentId);
    updateComment(tx, place.commentId, { body: '', deletedAt: deps.now() });
    forgetBeside(tx, place.commentId);
    if (countLiveComments(tx, threadId) > 0) return null;
    deleteThread(tx, threadId);
    // What led to it leads nowhere any more.
    forgetNoticesOf(tx, proposalId, threadId);
    return commentTargetSchema.parse(row.target);
  });
  deps.rooms.hint(proposalId, 'comments');
  if (emptied?.kind === 'passage') await removeAnchor(deps, person, proposalId, threadId, emptied.key);
  return { ok: true };
}

/** Theirs to settle, by themselves or as one of an organisation. */
function isTaskOf(tx: Tx, { proposalId, assigneeId, assigneeOrganisationId }: ThreadRow, userId: string): boolean {
  if (assigneeId !== null) return assigneeId === userId;
  const own = findMember(tx, proposalId, userId)?.organisationId ?? null;
  return own !== null && assigneeOrganisationId === own;
}

export function setThreadResolved(deps: Deps, person: Person, place: ThreadPlace, isResolved: boolean): Thread {
  return changeThread(deps, person, place, (tx, row, at) => {
    const { role } = authorise(tx, person, place.proposalId, 'comment.write');
    const isTheirs = row.createdBy === person.userId || isTaskOf(tx, row, person.userId);
    if (!can(role, 'comment.resolve') && !isTheirs) throw new AppError('forbidden');
    if ((row.resolvedAt !== null) === isResolved) return null;
    updateThread(
      tx,
      row.id,
      isResolved ? { resolvedAt: at, resolvedBy: person.userId } : { resolvedAt: null, resolvedBy: null },
    );
    if (isResolved) tellOfDone(deps, tx, row, { sectionId: sectionOfRow(tx, row), actorId: person.userId });
    return isResolved ? 'resolved' : 'reopened';
  });
}

/** Only for oneself: nobody else is told. */
export function markThreadRead(deps: Deps, person: Person, { proposalId, threadId }: ThreadPlace): { ok: true } {
  deps.database.transaction((tx) => {
    authorise(tx, person, proposalId, 'proposal.read');
    if (!findThread(tx, proposalId, threadId)) throw new AppError('not-found');
    saveRead(tx, threadId, person.userId, deps.now());
    markSeenAt(tx, person.userId, deps.now(), { proposalId, target: threadId });
  });
  return { ok: true };
}
