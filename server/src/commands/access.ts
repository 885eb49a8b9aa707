// May this person do that here? Asked by every command, by capability. An outsider gets "not found", whatever exists.
import type { Tx } from '@adagia/db/open-database';
import { findFreezeInForce } from '@adagia/db/repositories/freezes';
import { findMember } from '@adagia/db/repositories/members';
import { findProposal, type ProposalRow } from '@adagia/db/repositories/proposals';
import type { OrganisationId } from '@adagia/shared/ids';
import { type Capability, can, isForArchived, type Role, roleSchema } from '@adagia/shared/roles';
import { AppError } from '../http/app-error.ts';
import type { Person } from './deps.ts';

export interface Access {
  proposal: ProposalRow;
  role: Role;
  organisationId: OrganisationId | null;
}

/** @throws AppError not-found for outsiders and what is deleted, forbidden without the capability, archived. */
export function authorise(tx: Tx, person: Person, proposalId: string, capability: Capability): Access {
  const member = findMember(tx, proposalId, person.userId);
  const proposal = member && findProposal(tx, proposalId);
  if (!member || !proposal || proposal.deletedAt !== null) throw new AppError('not-found');
  const role = roleSchema.parse(member.role);
  if (!can(role, capability)) throw new AppError('forbidden');
  if (proposal.archivedAt !== null && !isForArchived(capability)) throw new AppError('archived');
  return { proposal, role, organisationId: member.organisationId as OrganisationId | null };
}

/** For what changes its content: in the transaction that does. @throws AppError frozen */
export function assertNotFrozen(tx: Tx, proposalId: string): void {
  if (findFreezeInForce(tx, proposalId)) throw new AppError('frozen');
}

/** What is collected from an organisation, its people's addresses among it, is seen by coordinators and by its own people. */
export function maySeeIntake({ role, organisationId: own }: Access, organisationId: string): boolean {
  return can(role, 'organisation.manage') || own === organisationId;
}

/** @throws AppError forbidden */
export function assertMaySee(access: Access, organisationId: string): void {
  if (!maySeeIntake(access, organisationId)) throw new AppError('forbidden');
}

/** Coordinators fill in any organisation's part, others only that of their own. @throws AppError as `authorise` */
export function authoriseFilling(tx: Tx, person: Person, proposalId: string, organisationId: string): Access {
  const access = authorise(tx, person, proposalId, 'organisation.editOwn');
  if (!can(access.role, 'organisation.manage') && access.organisationId !== organisationId) {
    throw new AppError('forbidden');
  }
  return access;
}
