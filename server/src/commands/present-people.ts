// Rows of people and organisations as the REST contract shows them.
import type { listMembers } from '@adagia/db/repositories/members';
import type { OrganisationRow, ProposalRow } from '@adagia/db/repositories/proposals';
import type { Member, Organisation, ProposalCard } from '@adagia/shared/api/people';
import type { OrganisationId, ProposalId, UserId } from '@adagia/shared/ids';
import { type Role, roleSchema } from '@adagia/shared/roles';
import { iso } from './deps.ts';

export function presentOrganisation(row: OrganisationRow): Organisation {
  const { role, position, legalName, country, city, oid, type, newcomer } = row;
  return { id: row.id as OrganisationId, role, position, legalName, country, city, oid, type, newcomer };
}

export function presentMember({ member, name, email }: ReturnType<typeof listMembers>[number]): Member {
  return {
    userId: member.userId as UserId,
    name,
    email,
    role: roleSchema.parse(member.role),
    organisationId: member.organisationId as OrganisationId | null,
    joinedAt: iso(member.joinedAt),
  };
}

export function presentCard(row: ProposalRow, role: Role): ProposalCard {
  const { id, title, acronym, callId, sector } = row;
  const times = { createdAt: iso(row.createdAt), activeAt: iso(row.activeAt) };
  return { id: id as ProposalId, title, acronym, callId, sector, role, ...times };
}
