// Rows of people and organisations as the REST contract shows them.
import type { listMembers } from '@adagia/db/repositories/members';
import type { OrganisationRow, ProposalRow } from '@adagia/db/repositories/proposals';
import type { Member, Organisation, ProposalCard } from '@adagia/shared/api/people';
import type { OrganisationId, ProposalId, UserId } from '@adagia/shared/ids';
import { can, type Role, roleSchema } from '@adagia/shared/roles';
import { iso } from './deps.ts';

export function presentOrganisation(row: OrganisationRow): Organisation {
  // Its people are shown by the intake alone, to those whom they concern.
  return {
    id: row.id as OrganisationId,
    role: row.role,
    position: row.position,
    legalName: row.legalName,
    legalNameLatin: row.legalNameLatin,
    country: row.country,
    city: row.city,
    oid: row.oid,
    type: row.type,
    newcomer: row.newcomer,
    publicBody: row.publicBody,
    nonProfit: row.nonProfit,
    established: row.established,
    charter: row.charter,
    applications: row.applications,
  };
}

type MemberWithPerson = ReturnType<typeof listMembers>[number];

export function presentMember({ member, name, email, isGuest, contactEmail }: MemberWithPerson): Member {
  return {
    userId: member.userId as UserId,
    name,
    email: isGuest ? contactEmail : email,
    isGuest,
    role: roleSchema.parse(member.role),
    organisationId: member.organisationId as OrganisationId | null,
    sectionIds: member.sectionIds,
    joinedAt: iso(member.joinedAt),
  };
}

/** Addresses are for colleagues: others see their own alone. */
export function presentMembers(rows: ReturnType<typeof listMembers>, role: Role, userId: string): Member[] {
  const hasAddresses = can(role, 'people.contact');
  return rows.map(presentMember).map((one) => (hasAddresses || one.userId === userId ? one : { ...one, email: '' }));
}

export function presentCard(row: ProposalRow, role: Role): ProposalCard {
  const { id, title, acronym, callId, sector } = row;
  const times = { createdAt: iso(row.createdAt), activeAt: iso(row.activeAt) };
  return { id: id as ProposalId, title, acronym, callId, sector, role, ...times };
}
