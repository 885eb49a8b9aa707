// A whole proposal as the exchange file, as it stands at this moment.
import { isStorageError, type Tx } from '@adagia/db/open-database';
import { listOrganisations } from '@adagia/db/repositories/proposals';
import { namesOf, writersOf } from '@adagia/db/repositories/versions';
import type { ProposalFileInput } from '@adagia/shared/exchange/proposal-file';
import { type ProposalId, proposalIdSchema } from '@adagia/shared/ids';
import { AppError } from '../http/app-error.ts';
import { authorise, maySeeIntake } from './access.ts';
import type { Deps, Person } from './deps.ts';
import { loadIntakes } from './intake.ts';
import { presentOrganisation } from './present-people.ts';
import type { FileArgument } from './read-proposal-file.ts';
import { recordAudit } from './record-audit.ts';

/** @returns the file and a name for it without extension, in plain letters. */
export async function exportProposal(
  deps: Deps,
  person: Person,
  id: string,
): Promise<{ file: ProposalFileInput; name: string }> {
  const {
    database: { orm },
    rooms,
  } = deps;
  const proposalId = proposalIdSchema.safeParse(id).data;
  if (!proposalId) throw new AppError('not-found');
  const access = authorise(orm, person, proposalId, 'proposal.export');
  const { proposal } = access;
  recordExport(deps, person, proposalId);
  const rows = listOrganisations(orm, proposalId);
  const argument: FileArgument = {
    callId: proposal.callId,
    sector: proposal.sector,
    organisations: rows.map(presentOrganisation),
    collected: loadIntakes(
      deps,
      proposalId,
      rows.filter((row) => maySeeIntake(access, row.id)),
    ),
    names: namesOfWriters(orm, proposalId),
  };
  const reading = new URL('read-proposal-file.ts', import.meta.url);
  const file = await rooms.readAside<ProposalFileInput>(proposalId, reading, argument);
  const name = (proposal.acronym || proposal.title).normalize('NFKD').replaceAll(/[^A-Za-z0-9]+/g, '-');
  return { file, name: name.replaceAll(/^-+|-+$/g, '').slice(0, 60) || 'proposal' };
}

function namesOfWriters(orm: Tx, proposalId: ProposalId): Record<string, string> {
  return Object.fromEntries(namesOf(orm, writersOf(orm, proposalId)).map(({ id, name }) => [id, name]));
}

export function recordExport(deps: Deps, { userId }: Person, proposalId: ProposalId): void {
  try {
    deps.database.transaction((tx) =>
      recordAudit(deps, tx, { kind: 'proposal.exported', actorId: userId, personId: userId, proposalId }),
    );
  } catch (error) {
    // On a full disk people must still get their text out.
    if (!isStorageError(error)) throw error;
    deps.log.error({ err: error }, 'audit');
  }
}

/** Of a file that somebody's page made. */
export function noteExport(deps: Deps, person: Person, proposalId: ProposalId): { ok: true } {
  authorise(deps.database.orm, person, proposalId, 'proposal.export');
  recordExport(deps, person, proposalId);
  return { ok: true };
}
