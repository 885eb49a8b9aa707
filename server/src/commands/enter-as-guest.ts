// In by link without an account: a new person under the name that they give, or one who lost their device and comes back.
import { randomBytes } from 'node:crypto';
import { findAccount } from '@adagia/db/repositories/accounts';
import { insertGuest } from '@adagia/db/repositories/guests';
import { findMember } from '@adagia/db/repositories/members';
import type { enterAsGuest as enterRoute } from '@adagia/shared/api/entering';
import type { ProposalId } from '@adagia/shared/ids';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { rememberLanguage } from '../notices/settings.ts';
import type { Deps } from './deps.ts';
import { findOpenInvitation } from './find-open-invitation.ts';
import { beginGuestSession, coordinatesAllOf, type Device } from './guest-session.ts';
import { joinProposal, useInvitation } from './join-proposal.ts';

interface Entered {
  proposalId: ProposalId;
  /** For the session's cookie. */
  token: string;
}

/** @throws AppError invitation-invalid, also for a link that wants an account */
export function enterAsGuest(
  deps: Deps,
  { token, name, email }: z.output<(typeof enterRoute)['body']>,
  device: Device,
): Entered {
  const userId = randomBytes(16).toString('hex');
  const { row, session } = deps.database.transaction((tx) => {
    const row = findOpenInvitation(deps, tx, token);
    if (!row?.allowsGuests || row.returnsUserId) throw new AppError('invitation-invalid');
    insertGuest(tx, { id: userId, name, contactEmail: email, now: deps.now() });
    rememberLanguage(tx, userId, deps.now(), device.language);
    const session = beginGuestSession(deps, tx, userId, device);
    useInvitation(deps, tx, row, userId, session.sessionId);
    const { proposalId, role, organisationId, sectionIds } = row;
    joinProposal(deps, tx, { proposalId, userId, name, role, organisationId, sectionIds });
    return { row, session };
  });
  const proposalId = row.proposalId as ProposalId;
  deps.rooms.hint(proposalId, 'people');
  return { proposalId, token: session.token };
}

/**
 * As long as they are still a guest and a member, and whoever made the link could make it now.
 * @throws AppError invitation-invalid
 */
export function returnAsGuest(deps: Deps, token: string, device: Device): Entered {
  const { row, session } = deps.database.transaction((tx) => {
    const row = findOpenInvitation(deps, tx, token);
    const guest = row?.returnsUserId ? findAccount(tx, row.returnsUserId) : undefined;
    if (!row || !guest?.isGuest || guest.mergedInto) throw new AppError('invitation-invalid');
    const isMember = findMember(tx, row.proposalId, guest.id) !== undefined;
    if (!isMember || !coordinatesAllOf(tx, row.createdBy, guest.id)) throw new AppError('invitation-invalid');
    const session = beginGuestSession(deps, tx, guest.id, device);
    useInvitation(deps, tx, row, guest.id, session.sessionId);
    return { row, session };
  });
  deps.rooms.hint(row.proposalId as ProposalId, 'people');
  return { proposalId: row.proposalId as ProposalId, token: session.token };
}
