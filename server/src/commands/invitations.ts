// Invitations: a link with a token of 256 bits that is stored as a hash only. Used once, until it expires or is revoked.
import {
  findInvitation,
  type InvitationRow,
  insertInvitation,
  insertMail,
  listMails as listMailRows,
  listInvitations as listRows,
  type MailRow,
  updateInvitation,
} from '@adagia/db/repositories/invitations';
import { findOrganisation, type ProposalRow } from '@adagia/db/repositories/proposals';
import type { createInvitation as createInvitationRoute, Invitation } from '@adagia/shared/api/people';
import type { InvitationId, OrganisationId, ProposalId } from '@adagia/shared/ids';
import { roleSchema } from '@adagia/shared/roles';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { newMail } from '../mail/new-mail.ts';
import { authorise } from './access.ts';
import { countAttempt } from './attempt-limits.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { invitationMail } from './invitation-mail.ts';
import { hashOf, newToken } from './invitation-token.ts';
import { recordEntry } from './timeline.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

function stateOf(row: InvitationRow, now: number): Invitation['state'] {
  if (row.acceptedAt) return 'accepted';
  if (row.revokedAt) return 'revoked';
  return row.expiresAt <= now ? 'expired' : 'pending';
}

function presentInvitation(row: InvitationRow, now: number): Invitation {
  return {
    id: row.id as InvitationId,
    role: roleSchema.parse(row.role),
    organisationId: row.organisationId as OrganisationId | null,
    email: row.email,
    createdAt: iso(row.createdAt),
    expiresAt: iso(row.expiresAt),
    state: stateOf(row, now),
  };
}

export function listInvitations(
  { database: { orm }, now }: Deps,
  person: Person,
  proposalId: ProposalId,
): Invitation[] {
  authorise(orm, person, proposalId, 'invitation.manage');
  return listRows(orm, proposalId).map((row) => presentInvitation(row, now()));
}

export function listMails({ database: { orm } }: Deps, person: Person, proposalId: ProposalId) {
  authorise(orm, person, proposalId, 'mailbox.read');
  return listMailRows(orm, proposalId).map(({ id, to, subject, text, sentAt, delivery }) => {
    return { id, to, subject, text, sentAt: iso(sentAt), delivery: delivery as 'smtp' | 'mailbox' | 'failed' };
  });
}

function linkOf(deps: Deps, token: string): string {
  return `${deps.publicUrl}/join#${token}`;
}

/** The mail's row; it leaves after the commit. */
function writeMail(
  deps: Deps,
  proposal: ProposalRow,
  row: InvitationRow,
  link: string,
  inviter: string,
): MailRow | null {
  if (!row.email) return null;
  const letter = invitationMail({
    title: proposal.acronym || proposal.title,
    inviter,
    role: roleSchema.parse(row.role),
    message: row.message,
    link,
    expiresAt: row.expiresAt,
  });
  return newMail(deps, { proposalId: proposal.id, to: row.email, letter });
}

export function createInvitation(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  input: z.output<(typeof createInvitationRoute)['body']>,
): { invitation: Invitation; link: string } {
  const token = newToken();
  const link = linkOf(deps, token);
  const at = deps.now();
  const { role, organisationId, email, message } = input;
  if (email) countMail(deps, person);
  const row: InvitationRow = {
    id: deps.newId(),
    proposalId,
    tokenHash: hashOf(token),
    role,
    organisationId,
    email,
    message,
    createdBy: person.userId,
    createdAt: at,
    expiresAt: at + input.expiresInDays * DAY_MS,
    acceptedAt: null,
    acceptedBy: null,
    revokedAt: null,
  };
  const mail = deps.database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'invitation.manage');
    if (organisationId && !findOrganisation(tx, proposalId, organisationId)) {
      throw new AppError('invalid-body', [{ path: 'organisationId', message: 'not an organisation of this proposal' }]);
    }
    insertInvitation(tx, row);
    const data = { email, role };
    recordEntry(deps, tx, { proposalId, kind: 'invitation', actorId: person.userId, target: row.id, data });
    const letter = writeMail(deps, proposal, row, link, person.name);
    if (letter) insertMail(tx, letter);
    return letter;
  });
  if (mail) deps.mailer.send(mail);
  deps.rooms.hint(proposalId, 'people');
  return { invitation: presentInvitation(row, at), link };
}

/** Before anything is written; in a transaction of its own, so that a refusal is counted too. */
function countMail(deps: Deps, person: Person): void {
  if (deps.mailer.delivery === 'smtp') countAttempt(deps, 'mail', person.userId);
}

/** Of a pending or expired one. The old link stops working. */
export function resendInvitation(
  deps: Deps,
  person: Person,
  { proposalId, invitationId }: { proposalId: ProposalId; invitationId: InvitationId },
): { invitation: Invitation; link: string } {
  const token = newToken();
  const link = linkOf(deps, token);
  const at = deps.now();
  authorise(deps.database.orm, person, proposalId, 'invitation.manage');
  if (findInvitation(deps.database.orm, proposalId, invitationId)?.email) countMail(deps, person);
  const { row, mail } = deps.database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'invitation.manage');
    const found = findInvitation(tx, proposalId, invitationId);
    if (!found || found.acceptedAt || found.revokedAt) throw new AppError('not-found');
    // As long as the first time, from now on: counted from the first day, each sending would live longer.
    const lifeMs = found.expiresAt - found.createdAt;
    const renewed = { tokenHash: hashOf(token), createdAt: at, expiresAt: at + lifeMs };
    updateInvitation(tx, invitationId, renewed);
    const changed = { ...found, ...renewed };
    const letter = writeMail(deps, proposal, changed, link, person.name);
    if (letter) insertMail(tx, letter);
    return { row: changed, mail: letter };
  });
  if (mail) deps.mailer.send(mail);
  deps.rooms.hint(proposalId, 'people');
  return { invitation: presentInvitation(row, at), link };
}

export function revokeInvitation(
  deps: Deps,
  person: Person,
  { proposalId, invitationId }: { proposalId: ProposalId; invitationId: InvitationId },
): { ok: true } {
  deps.database.transaction((tx) => {
    authorise(tx, person, proposalId, 'invitation.manage');
    const row = findInvitation(tx, proposalId, invitationId);
    if (!row || row.acceptedAt) throw new AppError('not-found');
    if (!row.revokedAt) updateInvitation(tx, invitationId, { revokedAt: deps.now() });
  });
  deps.rooms.hint(proposalId, 'people');
  return { ok: true };
}
