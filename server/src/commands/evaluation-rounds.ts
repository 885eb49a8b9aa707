// Rounds of mock evaluation as coordinators lead them: begun with a version as the copy that is scored, with evaluators who are told
// once, closed for good. The record of rights tells of each step, without what anybody gave.
import { randomUUID } from 'node:crypto';
import type { Tx } from '@adagia/db/open-database';
import * as repository from '@adagia/db/repositories/evaluations';
import { listMembers } from '@adagia/db/repositories/members';
import { findVersion } from '@adagia/db/repositories/versions';
import type * as routes from '@adagia/shared/api/evaluations';
import { scaleOf } from '@adagia/shared/evaluation/scale';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { notify } from '../notices/notify.ts';
import { authorise } from './access.ts';
import { correctedCallOf } from './corrections.ts';
import type { Deps, Person } from './deps.ts';
import { findInRound, type InRound, isVisible, ownIn, presentRound, type RoundPlace } from './evaluation-access.ts';
import { recordAudit } from './record-audit.ts';
import { createVersion } from './versions.ts';

type Body<R extends { body: z.ZodType }> = z.output<R['body']>;

export function listRounds({ database: { orm } }: Deps, person: Person, proposalId: ProposalId): routes.Round[] {
  const access = authorise(orm, person, proposalId, 'proposal.read');
  return repository
    .listRounds(orm, proposalId)
    .map((round): InRound => ({ access, round, own: ownIn(orm, person, round.id) }))
    .filter(isVisible)
    .map((found) => presentRound(orm, found));
}

/** @throws AppError invalid-body for somebody who is no member: nothing of the proposal may reach them */
function assertMembers(tx: Tx, proposalId: string, userIds: readonly UserId[]): void {
  const members = new Set(listMembers(tx, proposalId).map(({ member }) => member.userId));
  const strangers = userIds.filter((id) => !members.has(id));
  if (strangers.length === 0) return;
  throw new AppError(
    'invalid-body',
    strangers.map((id) => ({ path: 'evaluatorIds', message: `${id} is no member` })),
  );
}

type Told = Pick<repository.RoundRow, 'id' | 'proposalId' | 'number'>;

function record(deps: Deps, tx: Tx, person: Person, kind: `evaluation.${string}`, round: Told, personId?: string) {
  const { id: target, proposalId, number } = round;
  const data = { round: number };
  recordAudit(deps, tx, {
    kind: kind as Parameters<typeof recordAudit>[2]['kind'],
    actorId: person.userId,
    proposalId,
    target,
    data,
    ...(personId !== undefined && { personId }),
  });
}

function seat(deps: Deps, tx: Tx, person: Person, round: Told, userIds: readonly UserId[]): void {
  for (const userId of new Set(userIds)) {
    const known = repository.findEvaluation(tx, round.id, userId);
    if (known && known.removedAt === null) continue;
    if (known) repository.updateEvaluation(tx, known, { removedAt: null });
    else {
      const row = { roundId: round.id, userId, mark: randomUUID(), addedAt: deps.now() };
      repository.insertEvaluation(tx, { ...row, removedAt: null, submittedAt: null });
    }
    record(deps, tx, person, 'evaluation.evaluator', round, userId);
    const { proposalId, id: target } = round;
    notify(deps, tx, { userId, proposalId, kind: 'evaluation', actorId: person.userId, target });
  }
}

/** The version first: it is read from the document, which no transaction waits for. */
async function versionOf(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  copy: Body<typeof routes.openRound>['copy'],
) {
  if ('name' in copy) return (await createVersion(deps, person, proposalId, { name: copy.name })).id;
  if (!findVersion(deps.database.orm, proposalId, copy.versionId)) throw new AppError('not-found');
  return copy.versionId;
}

export async function openRound(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  { copy, dueOn, isAnonymous, evaluatorIds }: Body<typeof routes.openRound>,
): Promise<routes.Round> {
  const { database, now, newId, rooms } = deps;
  authorise(database.orm, person, proposalId, 'evaluation.manage');
  assertMembers(database.orm, proposalId, evaluatorIds);
  const versionId = await versionOf(deps, person, proposalId, copy);
  const opened = database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'evaluation.manage');
    assertMembers(tx, proposalId, evaluatorIds);
    const number = (repository.listRounds(tx, proposalId)[0]?.number ?? 0) + 1;
    const row = { id: newId(), proposalId, number, versionId, dueOn, isAnonymous, isShared: false };
    const scale = scaleOf(correctedCallOf(tx, proposal.callId));
    const made = { createdBy: person.userId, createdAt: now(), completedAt: null, closedAt: null };
    repository.insertRound(tx, { ...row, scale, ...made });
    record(deps, tx, person, 'evaluation.opened', row);
    seat(deps, tx, person, row, evaluatorIds);
    return presentAgain(tx, person, { proposalId, roundId: row.id as routes.RoundId });
  });
  rooms.hint(proposalId, 'people');
  return opened;
}

const presentAgain = (tx: Tx, person: Person, place: RoundPlace): routes.Round =>
  presentRound(tx, findInRound(tx, person, place, 'evaluation.manage'));

/** One step of a coordinator, in one transaction. */
function manage(deps: Deps, person: Person, place: RoundPlace, step: (tx: Tx, found: InRound) => void): routes.Round {
  const managed = deps.database.transaction((tx) => {
    step(tx, findInRound(tx, person, place, 'evaluation.manage'));
    return presentAgain(tx, person, place);
  });
  deps.rooms.hint(place.proposalId, 'people');
  return managed;
}

function assertOpen({ round }: InRound): void {
  if (round.closedAt !== null) throw new AppError('round-closed');
}

export function changeRound(deps: Deps, person: Person, place: RoundPlace, change: Body<typeof routes.changeRound>) {
  return manage(deps, person, place, (tx, found) => {
    const { dueOn, isShared } = change;
    const { round } = found;
    if (dueOn !== undefined) assertOpen(found);
    if (isShared !== undefined && round.closedAt === null) throw new AppError('round-open');
    const isNews = isShared !== undefined && isShared !== round.isShared;
    if (isNews) record(deps, tx, person, isShared ? 'evaluation.shared' : 'evaluation.unshared', round);
    const fields = { ...(dueOn !== undefined && { dueOn }), ...(isShared !== undefined && { isShared }) };
    if (Object.keys(fields).length > 0) repository.updateRound(tx, round.id, fields);
  });
}

export function closeRound(deps: Deps, person: Person, place: RoundPlace): routes.Round {
  return manage(deps, person, place, (tx, found) => {
    assertOpen(found);
    repository.updateRound(tx, found.round.id, { closedAt: deps.now() });
    record(deps, tx, person, 'evaluation.closed', found.round);
  });
}

export function addEvaluators(deps: Deps, person: Person, place: RoundPlace, userIds: readonly UserId[]) {
  return manage(deps, person, place, (tx, found) => {
    assertOpen(found);
    assertMembers(tx, place.proposalId, userIds);
    seat(deps, tx, person, found.round, userIds);
  });
}

/** What they had written is kept, and theirs again should they be asked once more. */
export function removeEvaluator(deps: Deps, person: Person, { userId, ...place }: RoundPlace & { userId: UserId }) {
  return manage(deps, person, place, (tx, found) => {
    assertOpen(found);
    const row = repository.findEvaluation(tx, place.roundId, userId);
    if (!row || row.removedAt !== null) throw new AppError('not-found');
    if (row.submittedAt !== null) throw new AppError('evaluation-submitted');
    repository.updateEvaluation(tx, row, { removedAt: deps.now() });
    record(deps, tx, person, 'evaluation.removed', found.round, userId);
  });
}
