// What is scored, and what was submitted, for those who may read it. What it comes to is worked out by whoever shows it
// (shared/src/evaluation): the same sums on every screen and in every file.
import type { Tx } from '@adagia/db/open-database';
import * as repository from '@adagia/db/repositories/evaluations';
import { findPart, findVersion, partNumbers } from '@adagia/db/repositories/versions';
import type { EvaluationResult } from '@adagia/shared/api/evaluations';
import { must } from '@adagia/shared/assert';
import type { VersionPart } from '@adagia/shared/versions/version-part';
import { AppError } from '../http/app-error.ts';
import { unpackPart } from '../versions/pack-part.ts';
import type { Deps, Person } from './deps.ts';
import {
  findInRound,
  type InRound,
  isVisible,
  isWithheld,
  type RoundPlace,
  seesNames,
  seesResults,
} from './evaluation-access.ts';
import { presentScore } from './own-evaluation.ts';
import { recordAudit } from './record-audit.ts';

/** Who wrote what is left out: it is the proposal that is scored, not its authors. */
function withoutAuthors(part: VersionPart): VersionPart {
  if (part.kind !== 'text') return part;
  return {
    ...part,
    ops: part.ops.map(({ insert, attributes }) => ({ insert, ...(attributes && { attributes }) })),
    authors: [],
  };
}

function partsOf(tx: Tx, { proposalId, versionId }: repository.RoundRow): { root: string; part: VersionPart }[] {
  const { number } = must(findVersion(tx, proposalId, versionId));
  return [...partNumbers(tx, proposalId, number)].map(([root, at]) => ({
    root,
    part: withoutAuthors(unpackPart(must(findPart(tx, proposalId, root, at)))),
  }));
}

export function showRoundCopy({ database: { orm } }: Deps, person: Person, place: RoundPlace) {
  const found = findInRound(orm, person, place, 'proposal.read');
  if (!isVisible(found)) throw new AppError('forbidden');
  return { parts: partsOf(orm, found.round) };
}

function submittedIn(tx: Tx, found: InRound): EvaluationResult[] {
  return repository
    .listEvaluators(tx, found.round)
    .filter(({ evaluation }) => evaluation.submittedAt !== null)
    .map(({ evaluation, name }) => ({
      id: evaluation.mark,
      name: seesNames(found) ? name : null,
      scores: repository.listScores(tx, evaluation.roundId, evaluation.userId).map(presentScore),
    }));
}

function findReadable(tx: Tx, person: Person, place: RoundPlace): InRound {
  const found = findInRound(tx, person, place, 'proposal.read');
  if (!seesResults(found)) throw new AppError('forbidden');
  return found;
}

export function listResults({ database: { orm } }: Deps, person: Person, place: RoundPlace) {
  const found = findReadable(orm, person, place);
  if (isWithheld(found)) return { isWithheld: true, evaluations: [] };
  return { isWithheld: false, evaluations: submittedIn(orm, found) };
}

export function noteResultsExport(deps: Deps, person: Person, place: RoundPlace): { ok: true } {
  return deps.database.transaction((tx) => {
    const { round } = findReadable(tx, person, place);
    const { id: target, proposalId, number } = round;
    const data = { round: number };
    recordAudit(deps, tx, { kind: 'evaluation.exported', actorId: person.userId, proposalId, target, data });
    return { ok: true as const };
  });
}
