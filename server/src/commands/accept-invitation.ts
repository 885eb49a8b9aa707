// The other end of an invitation for people with an account: what its link shows, and joining by it.
import type { Tx } from '@adagia/db/open-database';
import { findAccount } from '@adagia/db/repositories/accounts';
import { findInvitationByToken, type InvitationRow } from '@adagia/db/repositories/invitations';
import { findMember, findUser, type MemberRow, updateMember } from '@adagia/db/repositories/members';
import { findOrganisation, findProposal, type ProposalRow } from '@adagia/db/repositories/proposals';
import type { ProposalId } from '@adagia/shared/ids';
import { roleSchema } from '@adagia/shared/roles';
import { AppError } from '../http/app-error.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { findOpenInvitation, isThere } from './find-open-invitation.ts';
import { hashOf } from './invitation-token.ts';
import { joinProposal, useInvitation } from './join-proposal.ts';
import { gainOf } from './membership-gain.ts';
import { callOf } from './proposals.ts';
import { recordAudit } from './record-audit.ts';
import { recordEntry } from './timeline.ts';

/** Members open the mail that let them in again and again: they are led on, whatever has become of the invitation. */
function membershipBy(tx: Tx, person: Person | null, token: string): { row: InvitationRow; member: MemberRow } | null {
  const row = person && findInvitationByToken(tx, hashOf(token));
  const member = row && findMember(tx, row.proposalId, person.userId);
  return row && member && isThere(tx, row.proposalId) ? { row, member } : null;
}

/** Of the section or of what it is a part of; '' for the plan and the budget. */
function titleOf({ callId }: ProposalRow, sectionId: string): string {
  const [id] = sectionId.split(':');
  return callOf(callId).sections.find((one) => one.id === id)?.title ?? '';
}

/** @throws AppError invitation-invalid for unknown, used, expired and revoked alike, unless the person is a member already */
export function previewInvitation(deps: Deps, person: Person | null, token: string) {
  const { orm } = deps.database;
  const pending = findOpenInvitation(deps, orm, token);
  const known = membershipBy(orm, person, token);
  const row = pending ?? known?.row;
  const proposal = row && findProposal(orm, row.proposalId);
  if (!row || !proposal) throw new AppError('invitation-invalid');
  const organisation = row.organisationId ? findOrganisation(orm, proposal.id, row.organisationId) : undefined;
  const gainsNothing = known && (!pending || Object.keys(gainOf(known.member, row)).length === 0);
  return {
    proposalTitle: proposal.title,
    acronym: proposal.acronym,
    role: roleSchema.parse(row.role),
    organisationName: organisation?.legalName ?? '',
    sections: (row.sectionIds ?? []).map((id) => ({ id, title: titleOf(proposal, id) })),
    invitedBy: findUser(orm, row.createdBy)?.name ?? '',
    email: row.email,
    allowsGuests: row.allowsGuests,
    returns: row.returnsUserId ? (findAccount(orm, row.returnsUserId)?.name ?? '') : null,
    memberOf: gainsNothing ? (proposal.id as ProposalId) : null,
    expiresAt: iso(row.expiresAt),
  };
}

function raise(deps: Deps, tx: Tx, { userId, name }: Person, member: MemberRow, gain: Partial<MemberRow>): void {
  const { proposalId } = member;
  updateMember(tx, proposalId, userId, gain);
  if (!gain.role) return;
  const roles = { old: member.role, new: gain.role };
  const data = { change: 'role', name, ...roles };
  recordEntry(deps, tx, { proposalId, kind: 'member', actorId: userId, target: userId, data });
  recordAudit(deps, tx, { kind: 'member.role', actorId: userId, personId: userId, proposalId, data: roles });
}

/**
 * A member whom it gives nothing leaves it unused: coordinators try the link before they send it on.
 * @throws AppError invitation-invalid
 */
export async function acceptInvitation(deps: Deps, person: Person, token: string): Promise<{ proposalId: ProposalId }> {
  const { userId, name } = person;
  const proposalId = deps.database.transaction((tx) => {
    const row = findOpenInvitation(deps, tx, token);
    if (!row) return membershipBy(tx, person, token)?.member.proposalId;
    // Of one guest, who comes back by it: nobody becomes a member.
    if (row.returnsUserId) return findMember(tx, row.proposalId, userId)?.proposalId;
    const { proposalId, role, organisationId, sectionIds } = row;
    if (person.isGuest && (!row.allowsGuests || role === 'coordinator')) throw new AppError('guest-needs-account');
    const member = findMember(tx, proposalId, userId);
    const gain = member && gainOf(member, row);
    if (gain && Object.keys(gain).length === 0) return proposalId;
    useInvitation(deps, tx, row, userId, person.isGuest ? person.sessionId : null);
    if (member) raise(deps, tx, person, member, gain ?? {});
    else joinProposal(deps, tx, { proposalId, userId, name, role, organisationId, sectionIds });
    return proposalId;
  });
  if (!proposalId) throw new AppError('invitation-invalid');
  await deps.rooms.refreshRights(proposalId as ProposalId);
  deps.rooms.hint(proposalId as ProposalId, 'people');
  return { proposalId: proposalId as ProposalId };
}
