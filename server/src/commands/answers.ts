// Status, owner and the tick "carried over to the portal" of an answer.
import {
  type AnswerStateRow,
  findAnswerState,
  listAnswerStates as listRows,
  saveAnswerState,
} from '@adagia/db/repositories/answers';
import { findMember, findUser } from '@adagia/db/repositories/members';
import type { AnswerKey } from '@adagia/shared/answer-key';
import {
  type AnswerState,
  answerStatusSchema,
  type changeAnswerState as changeAnswerStateRoute,
} from '@adagia/shared/api/review';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { sectionOfAnswer } from '@adagia/shared/programme/outline';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { notify } from '../notices/notify.ts';
import { authorise } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { callOf } from './proposals.ts';
import { recordEntry } from './timeline.ts';

type AnswerChange = z.output<(typeof changeAnswerStateRoute)['body']>;

function present(row: AnswerStateRow): AnswerState {
  const { carriedBy, carriedAt, carriedHash } = row;
  const isCarried = carriedBy !== null && carriedAt !== null && carriedHash !== null;
  return {
    key: row.key as AnswerKey,
    status: answerStatusSchema.parse(row.status),
    ownerId: row.ownerId as UserId | null,
    carriedOver: isCarried ? { by: carriedBy as UserId, at: iso(carriedAt), textHash: carriedHash } : null,
  };
}

export function listAnswerStates({ database: { orm } }: Deps, person: Person, proposalId: ProposalId): AnswerState[] {
  authorise(orm, person, proposalId, 'proposal.read');
  return listRows(orm, proposalId).map(present);
}

function changed(before: AnswerStateRow, change: AnswerChange, userId: string, at: number): AnswerStateRow {
  const row = { ...before, status: change.status ?? before.status };
  if (change.ownerId !== undefined) row.ownerId = change.ownerId;
  if (change.carriedOver === null) return { ...row, carriedBy: null, carriedAt: null, carriedHash: null };
  if (!change.carriedOver) return row;
  return { ...row, carriedBy: userId, carriedAt: at, carriedHash: change.carriedOver.textHash };
}

export function changeAnswerState(
  deps: Deps,
  person: Person,
  { proposalId, key }: { proposalId: ProposalId; key: AnswerKey },
  change: AnswerChange,
): AnswerState {
  const row = deps.database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'answer.manage');
    const sectionId = sectionOfAnswer(callOf(proposal.callId), key);
    if (!sectionId) throw new AppError('not-found');
    if (change.ownerId && !findMember(tx, proposalId, change.ownerId)) {
      throw new AppError('invalid-body', [{ path: 'ownerId', message: 'not a member of this proposal' }]);
    }
    const none = { ownerId: null, carriedBy: null, carriedAt: null, carriedHash: null };
    const before = findAnswerState(tx, proposalId, key) ?? { proposalId, key, status: 'draft', ...none };
    const after = changed(before, change, person.userId, deps.now());
    saveAnswerState(tx, after);
    const entry = { proposalId, actorId: person.userId, target: key, sectionId };
    if (after.status !== before.status) {
      recordEntry(deps, tx, { ...entry, kind: 'status', data: { old: before.status, new: after.status } });
    }
    if (after.ownerId !== before.ownerId) {
      if (after.ownerId) {
        const told = { proposalId, userId: after.ownerId, actorId: person.userId, target: key, sectionId };
        notify(deps, tx, { ...told, kind: 'assigned' });
      }
      const name = (id: string | null) => (id && findUser(tx, id)?.name) || '';
      recordEntry(deps, tx, { ...entry, kind: 'owner', data: { old: name(before.ownerId), new: name(after.ownerId) } });
    }
    if (change.carriedOver !== undefined) {
      recordEntry(deps, tx, { ...entry, kind: 'carried-over', data: { done: change.carriedOver !== null } });
    }
    return after;
  });
  deps.rooms.hint(proposalId, 'answers');
  return present(row);
}
