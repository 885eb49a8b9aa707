// Invitations: a link with a token of 256 bits that is stored as a hash only. Used once or several times, until it is used up,
// expires or is revoked. Whoever makes one says what it gives; what it gave can be taken back with it.

import type { Tx } from '@adagia/db/open-database';
import {
  findInvitation,
  type InvitationRow,
  insertInvitation,
  listMails as listMailRows,
  listInvitations as listRows,
  updateInvitation,
} from '@adagia/db/repositories/invitations';
import { findOrganisation, type ProposalRow } from '@adagia/db/repositories/proposals';
import { deliverySchema } from '@adagia/shared/api/mail';
import type { createInvitation as createInvitationRoute, Invitation } from '@adagia/shared/api/people';
import type { InvitationId, ProposalId } from '@adagia/shared/ids';
import { isSection } from '@adagia/shared/writing-rights';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { authorise } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { endedGuests } from './end-guests-of-invitation.ts';
import { hashOf, newToken } from './invitation-token.ts';
import { linkOf, newInvitation } from './new-invitation.ts';
import { presentInvitation, presentInvitations } from './present-invitations.ts';
import { callOf } from './proposals.ts';
import { recordAudit } from './record-audit.ts';
import { countMail, writeInvitationMail } from './send-invitation.ts';
import { recordEntry } from './timeline.ts';

export function listInvitations(
  { database: { orm }, now }: Deps,
  person: Person,
  proposalId: ProposalId,
): Invitation[] {
  authorise(orm, person, proposalId, 'invitation.manage');
  return presentInvitations(orm, proposalId, listRows(orm, proposalId), now());
}

export function listMails({ database: { orm } }: Deps, person: Person, proposalId: ProposalId) {
  authorise(orm, person, proposalId, 'mailbox.read');
  return listMailRows(orm, proposalId).map(({ id, to, subject, text, sentAt, delivery }) => {
    const isKept = delivery === 'mailbox';
    return { id, to, subject, text: isKept ? text : '', sentAt: iso(sentAt), delivery: deliverySchema.parse(delivery) };
  });
}

type Gift = Pick<InvitationRow, 'organisationId' | 'sectionIds'>;

/** @throws AppError invalid-body for an organisation or a section that this proposal does not have */
export function assertGift(tx: Tx, proposal: ProposalRow, { organisationId, sectionIds }: Gift): void {
  if (organisationId && !findOrganisation(tx, proposal.id, organisationId)) {
    throw new AppError('invalid-body', [{ path: 'organisationId', message: 'not an organisation of this proposal' }]);
  }
  if (sectionIds?.some((id) => !isSection(callOf(proposal.callId), id))) {
    throw new AppError('invalid-body', [{ path: 'sectionIds', message: 'not a section of this form' }]);
  }
}

type NewInvitation = z.output<(typeof createInvitationRoute)['body']>;

/** @throws AppError invalid-body for what does not go together */
function assertSensible({ email, usesMax, allowsGuests, role }: NewInvitation): void {
  // Whoever it is forwarded to would be in too.
  if (email && usesMax !== 1) throw new AppError('invalid-body', [{ path: 'usesMax', message: 'once for an address' }]);
  if (allowsGuests && role === 'coordinator') throw new AppError('guest-needs-account');
}

export function createInvitation(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  input: NewInvitation,
): { invitation: Invitation; link: string } {
  const { database, jobs, rooms } = deps;
  const { row, token } = newInvitation(deps, person, proposalId, input);
  const link = linkOf(deps, token);
  if (row.email) countMail(deps, person);
  database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'invitation.manage');
    assertSensible(input);
    assertGift(tx, proposal, row);
    writeInvitation(deps, tx, { proposal, person, row, link });
  });
  jobs.wake();
  rooms.hint(proposalId, 'people');
  return { invitation: presentInvitation(database.orm, row, deps.now()), link };
}

/** The row, what is told of it, and its letter. */
export function writeInvitation(
  deps: Deps,
  tx: Tx,
  { proposal, person, row, link }: { proposal: ProposalRow; person: Person; row: InvitationRow; link: string },
): void {
  const { id: target, proposalId, role, email, organisationId } = row;
  insertInvitation(tx, row);
  recordEntry(deps, tx, { proposalId, kind: 'invitation', actorId: person.userId, target, data: { email, role } });
  const data = { role, organisationId, usesMax: row.usesMax, allowsGuests: row.allowsGuests };
  recordAudit(deps, tx, { kind: 'invitation.created', actorId: person.userId, proposalId, target, data });
  writeInvitationMail(deps, tx, { proposal, row, link, inviter: person.name });
}

interface InvitationPlace {
  proposalId: ProposalId;
  invitationId: InvitationId;
}

/** Of a pending or expired one. The old link stops working. */
export function resendInvitation(
  deps: Deps,
  person: Person,
  { proposalId, invitationId }: InvitationPlace,
): { invitation: Invitation; link: string } {
  const { database, jobs, rooms } = deps;
  const [token, at] = [newToken(), deps.now()];
  const link = linkOf(deps, token);
  authorise(database.orm, person, proposalId, 'invitation.manage');
  if (findInvitation(database.orm, proposalId, invitationId)?.email) countMail(deps, person);
  const row = database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'invitation.manage');
    const found = findInvitation(tx, proposalId, invitationId);
    if (!found || found.acceptedAt || found.revokedAt) throw new AppError('not-found');
    // As long as the first time, from now on: counted from the first day, each sending would live longer.
    const lifeMs = found.expiresAt - found.createdAt;
    const renewed = { tokenHash: hashOf(token), createdAt: at, expiresAt: at + lifeMs };
    updateInvitation(tx, invitationId, renewed);
    const row = { ...found, ...renewed };
    const kind = 'invitation.resent';
    recordAudit(deps, tx, { kind, actorId: person.userId, proposalId, target: invitationId });
    writeInvitationMail(deps, tx, { proposal, row, link, inviter: person.name });
    return row;
  });
  jobs.wake();
  rooms.hint(proposalId, 'people');
  return { invitation: presentInvitation(database.orm, row, at), link };
}

/** Also of one that is used up: that ends what guests have by it, if the coordinator wishes so. */
export async function revokeInvitation(
  deps: Deps,
  person: Person,
  { proposalId, invitationId }: InvitationPlace,
  { endsSessions }: { endsSessions: boolean },
): Promise<{ ok: true }> {
  const ended = deps.database.transaction((tx) => {
    authorise(tx, person, proposalId, 'invitation.manage');
    const row = findInvitation(tx, proposalId, invitationId);
    if (!row || (row.acceptedAt && !endsSessions)) throw new AppError('not-found');
    if (!row.revokedAt) {
      updateInvitation(tx, invitationId, { revokedAt: deps.now() });
      const data = { endsSessions };
      recordAudit(deps, tx, {
        kind: 'invitation.revoked',
        actorId: person.userId,
        proposalId,
        target: invitationId,
        data,
      });
    }
    return endsSessions ? endedGuests(deps, tx, person, row) : [];
  });
  for (const sessionId of ended) deps.rooms.endSession(sessionId);
  await deps.rooms.refreshRights(proposalId);
  deps.rooms.hint(proposalId, 'people');
  return { ok: true };
}
