// A thread whose words were deleted goes on at other words. Its comments stay what they are; only where it hangs changes.
import { findThread, type ThreadRow, updateThread } from '@adagia/db/repositories/threads';
import { type attachThread as attachThreadRoute, commentTargetSchema, type Thread } from '@adagia/shared/api/review';
import { can, type Role } from '@adagia/shared/roles';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { authorise } from './access.ts';
import { moveAnchor } from './comment-anchor.ts';
import type { Deps, Person } from './deps.ts';
import { changeThread, sectionOfTarget, type ThreadPlace } from './threads.ts';

/** Whoever may settle any thread, and who opened this one. */
function assertMayAttach(role: Role, { createdBy }: ThreadRow, { userId }: Person): void {
  if (!can(role, 'comment.resolve') && createdBy !== userId) throw new AppError('forbidden');
}

export async function attachThread(
  deps: Deps,
  person: Person,
  place: ThreadPlace,
  { target, anchor }: z.output<(typeof attachThreadRoute)['body']>,
): Promise<Thread> {
  const { orm } = deps.database;
  const { proposalId, threadId } = place;
  const { proposal, role } = authorise(orm, person, proposalId, 'comment.write');
  const row = findThread(orm, proposalId, threadId);
  if (!row) throw new AppError('not-found');
  assertMayAttach(role, row, person);
  sectionOfTarget(proposal.callId, target);
  const before = commentTargetSchema.parse(row.target);
  const from = before.kind === 'passage' ? before.key : null;
  await moveAnchor(deps, person, proposalId, { threadId, from, to: target.key, anchor });
  return changeThread(deps, person, place, (tx, current) => {
    // Once more: rights may have changed while the passage was being marked.
    assertMayAttach(authorise(tx, person, proposalId, 'comment.write').role, current, person);
    updateThread(tx, current.id, { target });
    return 'attached';
  });
}
