// May this person do that here? Asked by every command, by capability. An outsider gets "not found", whatever exists.
import type { Tx } from '@adagia/db/open-database';
import { findMember } from '@adagia/db/repositories/members';
import { findProposal, type ProposalRow } from '@adagia/db/repositories/proposals';
import type { OrganisationId } from '@adagia/shared/ids';
import { type Capability, can, type Role, roleSchema } from '@adagia/shared/roles';
import { AppError } from '../http/app-error.ts';
import type { Person } from './deps.ts';

export interface Access {
  proposal: ProposalRow;
  role: Role;
  organisationId: OrganisationId | null;
}

/** @throws AppError not-found for outsiders, forbidden without the capability. */
export function authorise(tx: Tx, person: Person, proposalId: string, capability: Capability): Access {
  const member = findMember(tx, proposalId, person.userId);
  const proposal = member && findProposal(tx, proposalId);
  if (!member || !proposal) throw new AppError('not-found');
  const role = roleSchema.parse(member.role);
  if (!can(role, capability)) throw new AppError('forbidden');
  return { proposal, role, organisationId: member.organisationId as OrganisationId | null };
}
