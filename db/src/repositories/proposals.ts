// Proposals and their organisations.
import { and, desc, eq, isNull, max, sql } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { prepared } from '../prepared.ts';
import { member, organisation, proposal } from '../schema.ts';

export type ProposalRow = typeof proposal.$inferSelect;
export type OrganisationRow = typeof organisation.$inferSelect;
/** What has a default may be left out. */
export type NewOrganisationRow = typeof organisation.$inferInsert;

export function insertProposal(tx: Tx, row: typeof proposal.$inferInsert): void {
  tx.insert(proposal).values(row).run();
}

const byId = prepared((tx) =>
  tx
    .select()
    .from(proposal)
    .where(eq(proposal.id, sql.placeholder('id')))
    .prepare(),
);

export function findProposal(tx: Tx, id: string): ProposalRow | undefined {
  return byId(tx).get({ id });
}

/** Newest activity first, each with my membership; without those that were deleted. */
export function listProposalsOf(tx: Tx, userId: string) {
  return tx
    .select({ proposal, role: member.role, organisationId: member.organisationId })
    .from(member)
    .innerJoin(proposal, eq(proposal.id, member.proposalId))
    .where(and(eq(member.userId, userId), isNull(proposal.deletedAt)))
    .orderBy(desc(proposal.activeAt), desc(proposal.id))
    .all();
}

/** Neither in the archive nor in the bin. */
export function listLivingProposals(tx: Tx): ProposalRow[] {
  return tx
    .select()
    .from(proposal)
    .where(and(isNull(proposal.deletedAt), isNull(proposal.archivedAt)))
    .all();
}

export function updateProposal(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<ProposalRow, 'title' | 'acronym' | 'activeAt' | 'archivedAt' | 'deletedAt' | 'hasOwnColumns' | 'isNegotiated'>
  >,
): void {
  tx.update(proposal).set(change).where(eq(proposal.id, id)).run();
}

const noteActive = prepared((tx) =>
  tx
    .update(proposal)
    .set({ activeAt: sql`${sql.placeholder('at')}` })
    .where(eq(proposal.id, sql.placeholder('id')))
    .prepare(),
);

/** Somebody did something in it just now. */
export function touchProposal(tx: Tx, id: string, at: number): void {
  noteActive(tx).run({ id, at });
}

/** @returns the whole row. */
export function insertOrganisation(tx: Tx, row: NewOrganisationRow): OrganisationRow {
  return tx.insert(organisation).values(row).returning().get();
}

export function listOrganisations(tx: Tx, proposalId: string): OrganisationRow[] {
  return tx
    .select()
    .from(organisation)
    .where(eq(organisation.proposalId, proposalId))
    .orderBy(organisation.position, organisation.id)
    .all();
}

/** Of whatever proposal it belongs to. */
export function findOrganisationName(tx: Tx, id: string): string | undefined {
  return tx.select({ name: organisation.legalName }).from(organisation).where(eq(organisation.id, id)).get()?.name;
}

export function findOrganisation(tx: Tx, proposalId: string, id: string): OrganisationRow | undefined {
  return tx
    .select()
    .from(organisation)
    .where(and(eq(organisation.proposalId, proposalId), eq(organisation.id, id)))
    .get();
}

export function updateOrganisation(
  tx: Tx,
  id: string,
  change: Partial<Omit<OrganisationRow, 'id' | 'proposalId'>>,
): void {
  if (Object.keys(change).length > 0) tx.update(organisation).set(change).where(eq(organisation.id, id)).run();
}

export function deleteOrganisation(tx: Tx, id: string): void {
  tx.delete(organisation).where(eq(organisation.id, id)).run();
}

export function nextPosition(tx: Tx, proposalId: string): number {
  const row = tx
    .select({ last: max(organisation.position) })
    .from(organisation)
    .where(eq(organisation.proposalId, proposalId))
    .get();
  return (row?.last ?? -1) + 1;
}
