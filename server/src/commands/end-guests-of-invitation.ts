// When a link is taken back together with what it gave: guests who came by it are out. People with an account came in by their
// own name, and are removed one by one.

import type { Tx } from '@adagia/db/open-database';
import { findAccount } from '@adagia/db/repositories/accounts';
import { listUses } from '@adagia/db/repositories/guests';
import type { InvitationRow } from '@adagia/db/repositories/invitations';
import { findMember } from '@adagia/db/repositories/members';
import type { Deps, Person } from './deps.ts';
import { coordinatesAllOf, endSessionsOfGuest } from './guest-session.ts';
import { dropMember } from './members.ts';

/** @returns the sessions that are over, for their sockets */
export function endedGuests(deps: Deps, tx: Tx, person: Person, { id, proposalId }: InvitationRow): string[] {
  const users = listUses(tx, proposalId).filter(({ use }) => use.invitationId === id);
  const guests = [...new Set(users.map(({ use }) => use.userId))].filter((userId) => findAccount(tx, userId)?.isGuest);
  const by = { proposalId, actorId: person.userId };
  return guests.flatMap((userId) => {
    if (coordinatesAllOf(tx, person.userId, userId)) return endSessionsOfGuest(deps, tx, userId, by);
    // They are also where somebody else decides: out of here, and not out of there.
    if (findMember(tx, proposalId, userId)) dropMember(deps, tx, { ...by, userId });
    return [];
  });
}
