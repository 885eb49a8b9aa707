// The workings behind the figures of an organisation's column: seen and written by whoever sees its daily rates. As those, they are
// in no document, export, timeline or hint, so that nobody else ever receives one.
import type { Tx } from '@adagia/db/open-database';
import { deleteWorking, listWorkingsOf, saveWorking } from '@adagia/db/repositories/figure-workings';
import { findOrganisation, listOrganisations } from '@adagia/db/repositories/proposals';
import type { FigureWorking } from '@adagia/shared/api/figures';
import { type Working, workingSchema } from '@adagia/shared/budget/workings';
import type { OrganisationId, ProposalId } from '@adagia/shared/ids';
import { AppError } from '../http/app-error.ts';
import { assertNotFrozen, authorise } from './access.ts';
import { seesRatesOf } from './daily-rates.ts';
import { type Deps, iso, type Person } from './deps.ts';

function present(tx: Tx, organisationId: string): FigureWorking[] {
  return listWorkingsOf(tx, organisationId).map(({ rowId, working, updatedAt }) => ({
    organisationId: organisationId as OrganisationId,
    rowId,
    working: workingSchema.parse(working),
    updatedAt: iso(updatedAt),
  }));
}

export function listWorkings({ database: { orm } }: Deps, person: Person, proposalId: ProposalId): FigureWorking[] {
  const access = authorise(orm, person, proposalId, 'confidential.own');
  return listOrganisations(orm, proposalId)
    .filter(({ id }) => seesRatesOf(access, id))
    .flatMap(({ id }) => present(orm, id));
}

/**
 * Whoever saves over what a colleague wrote meanwhile is told instead: what they typed stays in their fields.
 * @param working null takes it away @returns all of that organisation @throws AppError conflict
 */
export function setWorking(
  deps: Deps,
  person: Person,
  place: { proposalId: ProposalId; organisationId: OrganisationId; rowId: string },
  { working, basedOn }: { working: Working | null; basedOn: string | null },
): FigureWorking[] {
  const { proposalId, organisationId, rowId } = place;
  return deps.database.transaction((tx) => {
    const access = authorise(tx, person, proposalId, 'confidential.own');
    if (access.proposal.archivedAt !== null) throw new AppError('archived');
    if (!seesRatesOf(access, organisationId)) throw new AppError('forbidden');
    if (!findOrganisation(tx, proposalId, organisationId)) throw new AppError('not-found');
    assertNotFrozen(tx, proposalId);
    const before = present(tx, organisationId).find((one) => one.rowId === rowId);
    if ((before?.updatedAt ?? null) !== basedOn) throw new AppError('conflict');
    if (working === null) deleteWorking(tx, organisationId, rowId);
    else saveWorking(tx, { organisationId, rowId, working, updatedBy: person.userId, updatedAt: deps.now() });
    return present(tx, organisationId);
  });
}
