// Sessions of people without an account. One begins with a link and lies in better-auth's own table, so that everything that reads
// or ends sessions takes it for one. better-auth's plugin for anonymous people is not used: it makes a second person of a guest who
// signs up, and deletes the first one, under whose name the texts are (better-auth#10563).
import { randomBytes } from 'node:crypto';
import type { Tx } from '@adagia/db/open-database';
import { findAccount } from '@adagia/db/repositories/accounts';
import { deleteSessionsOf, insertSession, membershipsOf } from '@adagia/db/repositories/guests';
import { revokeReturnLinks } from '@adagia/db/repositories/invitations';
import { findMember } from '@adagia/db/repositories/members';
import { can, roleSchema } from '@adagia/shared/roles';
import { GUEST_SESSION_SECONDS } from '../auth/guest-cookies.ts';
import type { Deps } from './deps.ts';
import { recordAudit } from './record-audit.ts';

export interface Device {
  userAgent: string;
  /** The network that the request came from. */
  address: string;
  /** Accept-Language, '' for none. */
  language: string;
}

/** Characters of what a browser says of itself that are kept. */
const USER_AGENT_MAX = 300;

/** @returns the token for the cookie, and the session's id */
export function beginGuestSession(deps: Deps, tx: Tx, userId: string, { userAgent, address }: Device) {
  const session = { id: randomBytes(16).toString('hex'), token: randomBytes(32).toString('base64url') };
  const now = deps.now();
  const origin = { ipAddress: address, userAgent: userAgent.slice(0, USER_AGENT_MAX) };
  insertSession(tx, { ...session, ...origin, userId, now, expiresAt: now + GUEST_SESSION_SECONDS * 1000 });
  recordAudit(deps, tx, { kind: 'session.started', actorId: userId, personId: userId, target: session.id });
  return { sessionId: session.id, token: session.token };
}

/**
 * A link that lets somebody in as this guest opens everything that the guest takes part in, and so does ending their sessions end
 * it. That is for a coordinator of all of it alone.
 */
export function coordinatesAllOf(tx: Tx, coordinatorId: string, guestId: string): boolean {
  return membershipsOf(tx, guestId).every(({ proposalId }) => {
    const role = findMember(tx, proposalId, coordinatorId)?.role;
    return role !== undefined && can(roleSchema.parse(role), 'member.manage');
  });
}

/** Who ends it, and for which proposal: those who look after it read of it there. */
interface Ending {
  actorId: string;
  proposalId: string;
}

/** On every device, and links back in do not work any more. @returns the ids of the sessions, for their sockets */
export function endSessionsOfGuest(deps: Deps, tx: Tx, guestId: string, by: Ending): string[] {
  if (!findAccount(tx, guestId)?.isGuest) return [];
  const ended = deleteSessionsOf(tx, guestId);
  revokeReturnLinks(tx, guestId, deps.now());
  recordAudit(deps, tx, { kind: 'session.ended', ...by, personId: guestId, data: { count: ended.length } });
  return ended;
}
