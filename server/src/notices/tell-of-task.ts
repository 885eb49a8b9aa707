// Who is told of a task: at once those whose it is now to settle, by themselves or with their organisation; with the digest whoever
// gave it, once somebody else has settled it.
import type { Tx } from '@adagia/db/open-database';
import { findMember, listMembers } from '@adagia/db/repositories/members';
import { forgetUnseen } from '@adagia/db/repositories/notices';
import type { ThreadRow } from '@adagia/db/repositories/threads';
import { type Notifying, notify } from './notify.ts';

interface Told {
  sectionId: string;
  actorId: string;
}

type Task = Pick<ThreadRow, 'id' | 'proposalId' | 'assigneeId' | 'assigneeOrganisationId' | 'dueOn'>;

/** The people whose it is. */
export function holdersOf(tx: Tx, { proposalId, assigneeId, assigneeOrganisationId }: Task): string[] {
  if (assigneeId) return [assigneeId];
  if (!assigneeOrganisationId) return [];
  const members = listMembers(tx, proposalId).map(({ member }) => member);
  return members.filter((one) => one.organisationId === assigneeOrganisationId).map(({ userId }) => userId);
}

function forgetTold(tx: Tx, proposalId: string, target: string): void {
  for (const kind of ['task', 'task-due']) forgetUnseen(tx, { proposalId, target, kind });
}

/** What was said of it before and is not read yet is said no more: it is somebody else's, or due on another day. */
export function tellOfTask(deps: Notifying, tx: Tx, task: Task, { sectionId, actorId }: Told): void {
  const { id: target, proposalId, dueOn, assigneeId } = task;
  forgetTold(tx, proposalId, target);
  const data = { dueOn, ...(assigneeId === null && { by: 'organisation' }) };
  for (const userId of holdersOf(tx, task)) {
    notify(deps, tx, { userId, proposalId, kind: 'task', actorId, target, sectionId, data });
  }
}

export function tellOfDone(deps: Notifying, tx: Tx, row: ThreadRow, { sectionId, actorId }: Told): void {
  const { id: target, proposalId, assignedBy } = row;
  forgetTold(tx, proposalId, target);
  if (assignedBy === null || !findMember(tx, proposalId, assignedBy)) return;
  notify(deps, tx, { userId: assignedBy, proposalId, kind: 'done', actorId, target, sectionId });
}
