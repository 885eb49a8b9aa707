// The people of a proposal who have no account, for its coordinator: on which devices they are in, by which link they came, ending
// that, and letting somebody in again who lost their device.

import type { Tx } from '@adagia/db/open-database';
import { findAccount } from '@adagia/db/repositories/accounts';
import { listGuestsOf, listSessionsOf, listUses } from '@adagia/db/repositories/guests';
import { insertInvitation } from '@adagia/db/repositories/invitations';
import { findMember } from '@adagia/db/repositories/members';
import type { Guest } from '@adagia/shared/api/entering';
import type { InvitationId, ProposalId, UserId } from '@adagia/shared/ids';
import { AppError } from '../http/app-error.ts';
import { authorise } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { deviceNameOf } from './device-name.ts';
import { coordinatesAllOf, endSessionsOfGuest } from './guest-session.ts';
import { linkOf, newInvitation } from './new-invitation.ts';
import { recordAudit } from './record-audit.ts';

/** Days. It goes to somebody who waits for it. */
const RETURN_LINK_DAYS = 7;

interface GuestPlace {
  proposalId: ProposalId;
  userId: UserId;
}

export function listGuests({ database: { orm }, now }: Deps, person: Person, proposalId: ProposalId): Guest[] {
  authorise(orm, person, proposalId, 'invitation.manage');
  const guests = listGuestsOf(orm, proposalId);
  const ids = guests.map(({ userId }) => userId);
  const sessions = Map.groupBy(listSessionsOf(orm, ids, now()), ({ userId }) => userId);
  const uses = Map.groupBy(listUses(orm, proposalId), ({ use }) => use.userId);
  return guests.map(({ userId, contactEmail }) => ({
    userId: userId as UserId,
    contactEmail,
    invitationId: (uses.get(userId)?.at(-1)?.use.invitationId ?? null) as InvitationId | null,
    sessions: (sessions.get(userId) ?? []).map(({ id, userAgent, createdAt, lastUsedAt }) => {
      return {
        id,
        device: deviceNameOf(userAgent),
        startedAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt === null ? null : iso(lastUsedAt),
      };
    }),
  }));
}

/** @throws AppError not-found for anybody who is no guest of this proposal, guest-elsewhere */
function authoriseAbout(tx: Tx, person: Person, { proposalId, userId }: GuestPlace): void {
  authorise(tx, person, proposalId, 'member.manage');
  if (!findMember(tx, proposalId, userId) || !findAccount(tx, userId)?.isGuest) throw new AppError('not-found');
  if (!coordinatesAllOf(tx, person.userId, userId)) throw new AppError('guest-elsewhere');
}

export function endGuestSessions(deps: Deps, person: Person, place: GuestPlace): { ok: true } {
  const ended = deps.database.transaction((tx) => {
    authoriseAbout(tx, person, place);
    return endSessionsOfGuest(deps, tx, place.userId, { actorId: person.userId, proposalId: place.proposalId });
  });
  for (const sessionId of ended) deps.rooms.endSession(sessionId);
  deps.rooms.hint(place.proposalId, 'people');
  return { ok: true };
}

export function createReturnLink(deps: Deps, person: Person, place: GuestPlace): { link: string; expiresAt: string } {
  const { proposalId, userId } = place;
  const { row, token } = deps.database.transaction((tx) => {
    authoriseAbout(tx, person, place);
    const member = findMember(tx, proposalId, userId);
    const made = newInvitation(deps, person, proposalId, {
      role: member?.role ?? 'guest',
      organisationId: member?.organisationId ?? null,
      returnsUserId: userId,
      expiresInDays: RETURN_LINK_DAYS,
    });
    insertInvitation(tx, made.row);
    const kind = 'invitation.created';
    recordAudit(deps, tx, { kind, actorId: person.userId, personId: userId, proposalId, target: made.row.id });
    return made;
  });
  deps.rooms.hint(proposalId, 'people');
  return { link: linkOf(deps, token), expiresAt: iso(row.expiresAt) };
}
