// Daily rates: seen and set by an organisation's own people and by coordinators. They are in no document, no export, no timeline
// and no hint, so that nobody else ever receives one; the record of rights says that one was changed, without its amount.
import type { Tx } from '@adagia/db/open-database';
import { deleteRate, listRatesOf, saveRate } from '@adagia/db/repositories/daily-rates';
import { findOrganisation, listOrganisations } from '@adagia/db/repositories/proposals';
import type { DailyRates } from '@adagia/shared/api/rights';
import { type StaffCategory, staffCategorySchema } from '@adagia/shared/budget/staff-categories';
import type { OrganisationId, ProposalId } from '@adagia/shared/ids';
import { can } from '@adagia/shared/roles';
import { AppError } from '../http/app-error.ts';
import { type Access, assertNotFrozen, authorise } from './access.ts';
import type { Deps, Person } from './deps.ts';
import { recordAudit } from './record-audit.ts';

/** The one question that decides it, for whatever hangs on these figures later. */
export function seesRatesOf({ role, organisationId: own }: Access, organisationId: string): boolean {
  return can(role, 'confidential.all') || (own === organisationId && can(role, 'confidential.own'));
}

function present(tx: Tx, organisationId: string): DailyRates {
  const rates = listRatesOf(tx, organisationId).map((row) => [
    staffCategorySchema.parse(row.category),
    row.amountCents,
  ]);
  return { organisationId: organisationId as OrganisationId, rates: Object.fromEntries(rates) };
}

export function listDailyRates({ database: { orm } }: Deps, person: Person, proposalId: ProposalId): DailyRates[] {
  const access = authorise(orm, person, proposalId, 'confidential.own');
  return listOrganisations(orm, proposalId)
    .filter(({ id }) => seesRatesOf(access, id))
    .map(({ id }) => present(orm, id));
}

export function setDailyRate(
  deps: Deps,
  person: Person,
  place: { proposalId: ProposalId; organisationId: OrganisationId; category: StaffCategory },
  amountCents: number | null,
): DailyRates {
  const { proposalId, organisationId, category } = place;
  return deps.database.transaction((tx) => {
    const access = authorise(tx, person, proposalId, 'confidential.own');
    if (access.proposal.archivedAt !== null) throw new AppError('archived');
    if (!seesRatesOf(access, organisationId)) throw new AppError('forbidden');
    if (!findOrganisation(tx, proposalId, organisationId)) throw new AppError('not-found');
    assertNotFrozen(tx, proposalId);
    const by = { updatedBy: person.userId, updatedAt: deps.now() };
    if (amountCents === null) deleteRate(tx, organisationId, category);
    else saveRate(tx, { organisationId, category, amountCents, ...by });
    const about = { proposalId, target: organisationId, data: { setting: 'daily-rate', category } };
    recordAudit(deps, tx, { kind: 'setting.changed', actorId: person.userId, ...about });
    return present(tx, organisationId);
  });
}
