// Who is what in a round of mock evaluation, and who may read which part of it. Every command about rounds asks here: what an
// evaluator gives is nobody else's to read before they submit it, coordinators included.
import type { Tx } from '@adagia/db/open-database';
import * as repository from '@adagia/db/repositories/evaluations';
import { findVersion } from '@adagia/db/repositories/versions';
import type { Round, RoundId } from '@adagia/shared/api/evaluations';
import type { VersionId } from '@adagia/shared/api/versions';
import { must } from '@adagia/shared/assert';
import { type Scale, scaleSchema } from '@adagia/shared/evaluation/scale';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { type Capability, can } from '@adagia/shared/roles';
import { AppError } from '../http/app-error.ts';
import { type Access, authorise } from './access.ts';
import { iso, type Person } from './deps.ts';

export interface RoundPlace {
  proposalId: ProposalId;
  roundId: RoundId;
}

export interface InRound {
  access: Access;
  round: repository.RoundRow;
  /** What this person is in it; null: no evaluator, or none any more. */
  own: repository.EvaluationRow | null;
}

export function ownIn(tx: Tx, person: Person, roundId: string): repository.EvaluationRow | null {
  const row = repository.findEvaluation(tx, roundId, person.userId);
  return row && row.removedAt === null ? row : null;
}

/** @throws AppError as `authorise`, not-found for a round that is not of this proposal */
export function findInRound(tx: Tx, person: Person, place: RoundPlace, capability: Capability): InRound {
  const access = authorise(tx, person, place.proposalId, capability);
  const round = repository.findRound(tx, place.proposalId, place.roundId);
  if (!round) throw new AppError('not-found');
  return { access, round, own: ownIn(tx, person, round.id) };
}

/** @throws AppError forbidden for who does not evaluate in this round */
export function findOwnIn(tx: Tx, person: Person, place: RoundPlace, capability: Capability) {
  const found = findInRound(tx, person, place, capability);
  if (!found.own) throw new AppError('forbidden');
  return { ...found, own: found.own };
}

const isClosed = ({ closedAt }: repository.RoundRow): boolean => closedAt !== null;

export function seesResults({ access: { role }, round }: Pick<InRound, 'access' | 'round'>): boolean {
  return can(role, 'evaluation.read') || (round.isShared && isClosed(round) && can(role, 'timeline.read'));
}

/** Whoever is still to score must not know what others gave. */
export const isWithheld = ({ round, own }: InRound): boolean =>
  own !== null && own.submittedAt === null && !isClosed(round);

/** Coordinators always; others unless the round is anonymous. */
export const seesNames = ({ access: { role }, round }: InRound): boolean =>
  can(role, 'evaluation.read') || !round.isAnonymous;

export const isVisible = (found: InRound): boolean => found.own !== null || seesResults(found);

export const scaleIn = ({ scale }: repository.RoundRow): Scale => scaleSchema.parse(scale);

const moment = (ms: number | null): string | null => (ms === null ? null : iso(ms));

export function presentRound(tx: Tx, found: InRound): Round {
  const { round, own } = found;
  const version = must(findVersion(tx, round.proposalId, round.versionId));
  const knows = can(found.access.role, 'evaluation.read') || (own !== null && seesNames(found));
  const evaluators = repository.listEvaluators(tx, round).map(({ evaluation, name, isMember }) => ({
    userId: evaluation.userId as UserId,
    name,
    submittedAt: moment(evaluation.submittedAt),
    isMember,
  }));
  return {
    id: round.id as RoundId,
    number: round.number,
    version: { id: version.id as VersionId, name: version.name, at: iso(version.at) },
    scale: scaleIn(round),
    dueOn: round.dueOn,
    isAnonymous: round.isAnonymous,
    isShared: round.isShared,
    createdAt: iso(round.createdAt),
    closedAt: moment(round.closedAt),
    mine: own && { submittedAt: moment(own.submittedAt) },
    evaluators: knows ? evaluators.sort((a, b) => (a.name < b.name ? -1 : 1)) : null,
    seesResults: seesResults(found),
  };
}
