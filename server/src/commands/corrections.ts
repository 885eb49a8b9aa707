// Figures of the programme, put right by an administrator: taken only where the call stays whole, told to every open proposal of
// the call, and kept with who, when and why.
import type { Tx } from '@adagia/db/open-database';
import * as repository from '@adagia/db/repositories/corrections';
import { listLivingProposals } from '@adagia/db/repositories/proposals';
import type { CorrectionEntry, correctFigure as correctRoute } from '@adagia/shared/api/corrections';
import { must } from '@adagia/shared/assert';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { findCall } from '@adagia/shared/programme/calls';
import { checkCorrection } from '@adagia/shared/programme/check-correction';
import { type Correction, correctCall } from '@adagia/shared/programme/corrections';
import type { Call } from '@adagia/shared/programme/schema';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { authoriseInstallation } from './installation-access.ts';
import { recordAudit } from './record-audit.ts';

type Row = ReturnType<typeof repository.listAllCorrections>[number];

const present = ({ correction, byName }: Row): Correction => ({
  path: correction.path,
  value: correction.value as Correction['value'],
  source: correction.source,
  reason: correction.reason,
  by: correction.createdBy as UserId,
  byName: byName ?? '',
  at: iso(correction.at),
});

/** Those that hold now. */
export function correctionsOf(tx: Tx, callId: string): Correction[] {
  return repository.listCurrentCorrections(tx, callId).map(present);
}

/** The call as it holds in this installation. */
export function findCorrectedCall(tx: Tx, callId: string): Call | undefined {
  const call = findCall(callId);
  return call && correctCall(call, correctionsOf(tx, callId));
}

/** Of a proposal that exists. @throws when a call was taken out of the product: a bug. */
export function correctedCallOf(tx: Tx, callId: string): Call {
  return must(findCorrectedCall(tx, callId), `the call ${callId} is unknown`);
}

export function listCorrections({ database: { orm } }: Deps, person: Person): CorrectionEntry[] {
  authoriseInstallation(orm, person, 'installation.manage');
  return repository.listAllCorrections(orm).map((row) => ({
    ...present(row),
    id: row.correction.id,
    callId: row.correction.callId,
    endedAt: row.correction.endedAt === null ? null : iso(row.correction.endedAt),
    endedByName: row.endedByName ?? '',
  }));
}

/** Whoever has a proposal of the call open sees the figure at once. */
function tell({ database: { orm }, rooms }: Deps, callId: string): void {
  for (const one of listLivingProposals(orm)) {
    if (one.callId === callId) rooms.hint(one.id as ProposalId, 'proposal');
  }
}

export function correctFigure(
  deps: Deps,
  person: Person,
  input: z.output<(typeof correctRoute)['body']>,
): { id: string } {
  const { callId, path, value, source, reason } = input;
  const id = deps.newId();
  const at = deps.now();
  deps.database.transaction((tx) => {
    authoriseInstallation(tx, person, 'installation.manage');
    const call = findCorrectedCall(tx, callId);
    if (!call) throw new AppError('invalid-body', [{ path: 'callId', message: 'no such call' }]);
    const by = person.userId as UserId;
    const gaps = checkCorrection(call, { path, value, source, reason, by, byName: '', at: iso(at) });
    if (gaps.length > 0) throw new AppError('invalid-body', [{ path: 'value', message: gaps.join('; ') }]);
    repository.endCorrectionOf(tx, { callId, path }, { endedBy: person.userId, endedAt: at });
    const ended = { endedBy: null, endedAt: null };
    repository.insertCorrection(tx, {
      id,
      callId,
      path,
      value,
      source,
      reason,
      createdBy: person.userId,
      at,
      ...ended,
    });
    recordAudit(deps, tx, { kind: 'figure.corrected', actorId: person.userId, target: `${callId} ${path}` });
  });
  tell(deps, callId);
  return { id };
}

export function takeBackCorrection(
  deps: Deps,
  person: Person,
  { correctionId }: { correctionId: string },
): { ok: true } {
  const callId = deps.database.transaction((tx) => {
    authoriseInstallation(tx, person, 'installation.manage');
    const row = repository.findCorrection(tx, correctionId);
    const end = { endedBy: person.userId, endedAt: deps.now() };
    if (!row || !repository.endCorrection(tx, correctionId, end)) throw new AppError('not-found');
    recordAudit(deps, tx, { kind: 'figure.restored', actorId: person.userId, target: `${row.callId} ${row.path}` });
    return row.callId;
  });
  tell(deps, callId);
  return { ok: true };
}
