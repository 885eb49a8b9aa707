// The other end of an invitation: what its link shows, and joining by it.
import { findPendingInvitation, type InvitationRow, updateInvitation } from '@adagia/db/repositories/invitations';
import { findMember, findUser, insertMember, type MemberRow, updateMember } from '@adagia/db/repositories/members';
import { findOrganisation, findProposal } from '@adagia/db/repositories/proposals';
import type { ProposalId } from '@adagia/shared/ids';
import { higherRole, roleSchema } from '@adagia/shared/roles';
import { AppError } from '../http/app-error.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { hashOf } from './invitation-token.ts';
import { recordEntry } from './timeline.ts';

/** @throws AppError invitation-invalid for unknown, used, expired and revoked alike. */
export function previewInvitation({ database: { orm }, now }: Deps, token: string) {
  const row = findPendingInvitation(orm, hashOf(token), now());
  const proposal = row && findProposal(orm, row.proposalId);
  if (!row || !proposal || proposal.deletedAt !== null) throw new AppError('invitation-invalid');
  const organisation = row.organisationId ? findOrganisation(orm, proposal.id, row.organisationId) : undefined;
  return {
    proposalTitle: proposal.title,
    acronym: proposal.acronym,
    role: roleSchema.parse(row.role),
    organisationName: organisation?.legalName ?? '',
    invitedBy: findUser(orm, row.createdBy)?.name ?? '',
    email: row.email,
    expiresAt: iso(row.expiresAt),
  };
}

/** What the invitation would give to somebody who is in already: the higher role, an organisation if there is none. */
function gainOf(member: MemberRow, row: InvitationRow): Partial<MemberRow> {
  const role = higherRole(roleSchema.parse(row.role), roleSchema.parse(member.role));
  return {
    ...(role !== member.role && { role }),
    ...(member.organisationId === null && row.organisationId !== null && { organisationId: row.organisationId }),
  };
}

/**
 * A member whom it gives nothing leaves it unused: coordinators try the link before they send it on.
 * @throws AppError invitation-invalid
 */
export async function acceptInvitation(deps: Deps, person: Person, token: string): Promise<{ proposalId: ProposalId }> {
  const at = deps.now();
  const { userId, name } = person;
  const proposalId = deps.database.transaction((tx) => {
    const row = findPendingInvitation(tx, hashOf(token), at);
    if (!row || findProposal(tx, row.proposalId)?.deletedAt !== null) throw new AppError('invitation-invalid');
    const { proposalId, role, organisationId } = row;
    const member = findMember(tx, proposalId, userId);
    const gain = member && gainOf(member, row);
    if (gain && Object.keys(gain).length === 0) return proposalId;
    updateInvitation(tx, row.id, { acceptedAt: at, acceptedBy: userId });
    const entry = { proposalId, kind: 'member' as const, actorId: userId, target: userId };
    if (member) {
      updateMember(tx, proposalId, userId, gain ?? {});
      if (gain?.role) recordEntry(deps, tx, { ...entry, data: { change: 'role', name, old: member.role, new: role } });
    } else {
      insertMember(tx, { proposalId, userId, role, organisationId, joinedAt: at });
      recordEntry(deps, tx, { ...entry, data: { change: 'joined', name, new: role } });
    }
    return proposalId;
  });
  await deps.rooms.refreshRights(proposalId as ProposalId);
  deps.rooms.hint(proposalId as ProposalId, 'people');
  return { proposalId: proposalId as ProposalId };
}
