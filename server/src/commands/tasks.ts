// Threads as tasks: whose one is to settle and until when, and what is mine to settle in all of my proposals.
import type { Tx } from '@adagia/db/open-database';
import { findMember } from '@adagia/db/repositories/members';
import { findOrganisation } from '@adagia/db/repositories/proposals';
import { listComments, listTasksOf, type ThreadRow, updateThread } from '@adagia/db/repositories/threads';
import { commentTargetSchema, type setTask as setTaskRoute, type Thread } from '@adagia/shared/api/review';
import type { MyTask } from '@adagia/shared/api/tasks';
import type { ProposalId, ThreadId } from '@adagia/shared/ids';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { tellOfTask } from '../notices/tell-of-task.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { changeThread, nobodys, sectionOfRow, type ThreadPlace } from './threads.ts';

type Given = z.output<(typeof setTaskRoute)['body']>;

/** Characters of the first comment: two lines of a list. */
const EXCERPT_MAX = 200;

function assertIsHere(tx: Tx, { proposalId }: ThreadPlace, { assigneeId, assigneeOrganisationId }: Given): void {
  const isHere =
    (assigneeId === null || findMember(tx, proposalId, assigneeId) !== undefined) &&
    (assigneeOrganisationId === null || findOrganisation(tx, proposalId, assigneeOrganisationId) !== undefined);
  if (!isHere) throw new AppError('conflict');
}

const isSame = (row: ThreadRow, given: Given): boolean =>
  row.assigneeId === given.assigneeId &&
  row.assigneeOrganisationId === given.assigneeOrganisationId &&
  row.dueOn === given.dueOn;

/** A person goes before their organisation. Without either there is no task, and no day. */
export function setTask(deps: Deps, person: Person, place: ThreadPlace, input: Given): Thread {
  const { assigneeId } = input;
  const assigneeOrganisationId = assigneeId === null ? input.assigneeOrganisationId : null;
  const isGiven = assigneeId !== null || assigneeOrganisationId !== null;
  const given = { assigneeId, assigneeOrganisationId, dueOn: isGiven ? input.dueOn : '' };
  return changeThread(deps, person, place, (tx, row, at) => {
    assertIsHere(tx, place, given);
    if (isSame(row, given)) return null;
    const task = isGiven ? { ...given, assignedBy: person.userId, assignedAt: at } : nobodys;
    updateThread(tx, row.id, task);
    if (row.resolvedAt === null) {
      tellOfTask(deps, tx, { ...row, ...task }, { sectionId: sectionOfRow(tx, row), actorId: person.userId });
    }
    return isGiven ? 'assigned' : 'unassigned';
  });
}

/** Those without a day last. */
const byDay = (a: MyTask, b: MyTask): number =>
  Number(a.dueOn === '') - Number(b.dueOn === '') || (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn));

export function listMyTasks({ database: { orm } }: Deps, { userId }: Person): MyTask[] {
  const tasks = listTasksOf(orm, userId).map(({ thread, proposal, assignedByName }): MyTask => {
    const [first] = listComments(orm, proposal.id, [thread.id]);
    return {
      threadId: thread.id as ThreadId,
      proposalId: proposal.id as ProposalId,
      proposalName: proposal.acronym || proposal.title,
      callId: proposal.callId,
      target: commentTargetSchema.parse(thread.target),
      sectionId: sectionOfRow(orm, thread),
      excerpt: Array.from(first?.comment.body ?? '')
        .slice(0, EXCERPT_MAX)
        .join(''),
      dueOn: thread.dueOn,
      isOfOrganisation: thread.assigneeId === null,
      assignedByName: assignedByName ?? '',
      assignedAt: iso(thread.assignedAt ?? thread.createdAt),
    };
  });
  return tasks.sort(byDay);
}
