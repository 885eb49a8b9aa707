// Somebody who wrote as a guest signs in to an account that they have: what the guest did and may do is the account's from then on.
// Both sessions are proof, and the person says that both are them; nothing is put together without asking.

import { setImmediate } from 'node:timers/promises';
import type { Tx } from '@adagia/db/open-database';
import { findAccount } from '@adagia/db/repositories/accounts';
import { deleteSessionsOf, membershipsOf } from '@adagia/db/repositories/guests';
import { deleteMember, findMember, type MemberRow, updateMember } from '@adagia/db/repositories/members';
import { mergePerson } from '@adagia/db/repositories/merge-person';
import type { ProposalId } from '@adagia/shared/ids';
import type { HintTopic } from '@adagia/shared/wire/messages';
import { AppError } from '../http/app-error.ts';
import type { Deps, Person } from './deps.ts';
import { joinProposal } from './join-proposal.ts';
import { gainOf } from './membership-gain.ts';
import { recordAudit } from './record-audit.ts';

/** A guest's membership goes over; where the account has one, it keeps the better of both. */
function handOver(deps: Deps, tx: Tx, { userId, name }: Person, membership: MemberRow): void {
  const { proposalId, role, organisationId, sectionIds, userId: guestId } = membership;
  const own = findMember(tx, proposalId, userId);
  deleteMember(tx, proposalId, guestId);
  if (own) updateMember(tx, proposalId, userId, gainOf(own, membership));
  else joinProposal(deps, tx, { proposalId, userId, name, role, organisationId, sectionIds });
}

const told: HintTopic[] = ['people', 'comments', 'answers', 'timeline'];

/** @throws AppError not-found where there is no such guest, forbidden for a guest */
export async function mergeGuest(deps: Deps, person: Person, guestId: string): Promise<void> {
  if (person.isGuest) throw new AppError('forbidden');
  // What the guest wrote up to now is theirs in the timeline too.
  deps.recordChanges();
  const { ended, proposalIds } = deps.database.transaction((tx) => {
    const guest = findAccount(tx, guestId);
    if (!guest?.isGuest || guest.mergedInto) throw new AppError('not-found');
    const memberships = membershipsOf(tx, guestId);
    for (const membership of memberships) handOver(deps, tx, person, membership);
    mergePerson(tx, guestId, person.userId);
    recordAudit(deps, tx, { kind: 'sign-in.added', actorId: person.userId, personId: guestId, target: person.userId });
    return {
      ended: deleteSessionsOf(tx, guestId),
      proposalIds: memberships.map((one) => one.proposalId as ProposalId),
    };
  });
  for (const sessionId of ended) deps.rooms.endSession(sessionId);
  // Their sockets close for that reason, of which a page knows more to say than of the membership that is gone.
  await setImmediate();
  for (const proposalId of proposalIds) {
    await deps.rooms.refreshRights(proposalId);
    for (const topic of told) deps.rooms.hint(proposalId, topic);
  }
}
