// One's own evaluation in a round: kept field by field while it is written, submitted whole, and withdrawn until the round is closed.
// Nobody else's is ever touched or read here.
import type { Tx } from '@adagia/db/open-database';
import * as repository from '@adagia/db/repositories/evaluations';
import { listMembers } from '@adagia/db/repositories/members';
import {
  type CriterionScore,
  type OwnEvaluation,
  type Remark,
  remarks,
  type saveScore as saveScoreRoute,
} from '@adagia/shared/api/evaluations';
import { HUNDREDTHS, isScore, OVERALL } from '@adagia/shared/evaluation/scale';
import { can, roleSchema } from '@adagia/shared/roles';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { notify } from '../notices/notify.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { findOwnIn, type RoundPlace, scaleIn } from './evaluation-access.ts';
import { recordAudit } from './record-audit.ts';

export const presentScore = ({ criterionId, points, comment, strengths, weaknesses }: repository.ScoreRow) => ({
  criterionId,
  points: points === null ? null : points / HUNDREDTHS,
  comment,
  strengths,
  weaknesses,
});

function presentOwn(tx: Tx, { roundId, userId }: repository.EvaluationRow): OwnEvaluation {
  const submittedAt = repository.findEvaluation(tx, roundId, userId)?.submittedAt ?? null;
  return {
    submittedAt: submittedAt === null ? null : iso(submittedAt),
    scores: repository.listScores(tx, roundId, userId).map(presentScore),
  };
}

export function showOwnEvaluation({ database: { orm } }: Deps, person: Person, place: RoundPlace): OwnEvaluation {
  return presentOwn(orm, findOwnIn(orm, person, place, 'proposal.read').own);
}

type Found = ReturnType<typeof findOwnIn>;

/** @throws AppError round-closed, evaluation-submitted */
function assertChangeable({ round, own }: Found): void {
  if (round.closedAt !== null) throw new AppError('round-closed');
  if (own.submittedAt !== null) throw new AppError('evaluation-submitted');
}

/** @throws AppError not-found, invalid-body for points that this criterion has not */
function assertPoints({ round }: Found, criterionId: string, points: number | null | undefined): void {
  const scale = scaleIn(round);
  const criterion = scale.criteria.find(({ id }) => id === criterionId);
  if (!criterion && criterionId !== OVERALL) throw new AppError('not-found');
  if (points === undefined || points === null) return;
  if (criterion && isScore(scale, criterion, points)) return;
  const message = criterion ? `0 to ${criterion.max}, in steps of ${scale.step}` : 'the whole has no points of its own';
  throw new AppError('invalid-body', [{ path: 'points', message }]);
}

const empty: Omit<CriterionScore, 'criterionId'> = { points: null, comment: '', strengths: '', weaknesses: '' };

export function saveScore(
  { database, now }: Deps,
  person: Person,
  { criterionId, ...place }: RoundPlace & { criterionId: string },
  { was = {}, ...change }: z.output<(typeof saveScoreRoute)['body']>,
): OwnEvaluation {
  return database.transaction((tx) => {
    const found = findOwnIn(tx, person, place, 'evaluation.write');
    assertChangeable(found);
    assertPoints(found, criterionId, change.points);
    const { roundId, userId } = found.own;
    const row = repository.listScores(tx, roundId, userId).find((one) => one.criterionId === criterionId);
    const stored: typeof empty = row ? presentScore(row) : empty;
    const fields = ['points', ...remarks] as const;
    if (fields.some((name) => was[name] !== undefined && was[name] !== stored[name])) throw new AppError('conflict');
    const after = { ...stored, ...definedOf(change) };
    const points = after.points === null ? null : Math.round(after.points * HUNDREDTHS);
    const { comment, strengths, weaknesses } = after;
    repository.saveScore(tx, {
      roundId,
      userId,
      criterionId,
      points,
      comment,
      strengths,
      weaknesses,
      updatedAt: now(),
    });
    return presentOwn(tx, found.own);
  });
}

type Change = { points?: number | null | undefined } & { [R in Remark]?: string | undefined };
const definedOf = (change: Change) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<typeof empty>;

function record(deps: Deps, tx: Tx, kind: 'evaluation.submitted' | 'evaluation.withdrawn', { round, own }: Found) {
  const { id: target, proposalId, number } = round;
  recordAudit(deps, tx, { kind, actorId: own.userId, proposalId, target, data: { round: number } });
}

export function submitEvaluation(deps: Deps, person: Person, place: RoundPlace): OwnEvaluation {
  const submitted = deps.database.transaction((tx) => {
    const found = findOwnIn(tx, person, place, 'evaluation.write');
    assertChangeable(found);
    const scores = repository.listScores(tx, found.own.roundId, found.own.userId);
    const isScored = (id: string) => scores.some((one) => one.criterionId === id && one.points !== null);
    if (!scaleIn(found.round).criteria.every(({ id }) => isScored(id))) throw new AppError('evaluation-incomplete');
    repository.updateEvaluation(tx, found.own, { submittedAt: deps.now() });
    record(deps, tx, 'evaluation.submitted', found);
    tellWhenComplete(deps, tx, found.round);
    return presentOwn(tx, found.own);
  });
  deps.rooms.hint(place.proposalId, 'people');
  return submitted;
}

/** Once for each round, also when somebody withdraws and submits again. From nobody: who was last is not told. */
function tellWhenComplete(deps: Deps, tx: Tx, round: repository.RoundRow): void {
  const isAwaited = ({ evaluation, isMember }: repository.Evaluator) => isMember && evaluation.submittedAt === null;
  if (round.completedAt !== null || repository.listEvaluators(tx, round).some(isAwaited)) return;
  repository.updateRound(tx, round.id, { completedAt: deps.now() });
  const { proposalId, id: target, number } = round;
  for (const { member } of listMembers(tx, proposalId)) {
    if (!can(roleSchema.parse(member.role), 'evaluation.read')) continue;
    const data = { round: number };
    notify(deps, tx, { userId: member.userId, proposalId, kind: 'evaluated', actorId: null, target, data });
  }
}

/** Whoever reads results as soon as they have submitted would score again knowing them. @throws AppError evaluation-seen */
function assertUnseen(tx: Tx, { access, round, own }: Found): void {
  const others = repository.listEvaluators(tx, round).filter(({ evaluation }) => evaluation.userId !== own.userId);
  const hasSeen = others.some(({ evaluation }) => evaluation.submittedAt !== null);
  if (hasSeen && can(access.role, 'evaluation.read')) throw new AppError('evaluation-seen');
}

export function withdrawEvaluation(deps: Deps, person: Person, place: RoundPlace): OwnEvaluation {
  const withdrawn = deps.database.transaction((tx) => {
    const found = findOwnIn(tx, person, place, 'evaluation.write');
    if (found.round.closedAt !== null) throw new AppError('round-closed');
    assertUnseen(tx, found);
    if (found.own.submittedAt !== null) record(deps, tx, 'evaluation.withdrawn', found);
    repository.updateEvaluation(tx, found.own, { submittedAt: null });
    return presentOwn(tx, found.own);
  });
  deps.rooms.hint(place.proposalId, 'people');
  return withdrawn;
}
