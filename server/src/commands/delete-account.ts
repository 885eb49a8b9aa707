// Deletes an account. What the person wrote stays where it is, under their name or without it; they leave every proposal, and nothing
// is left by which they could be written to or come in again. A proposal without a coordinator is never the result.
import type { Tx } from '@adagia/db/open-database';
import { countAccounts, deleteCredentials, deleteSessions, updateAccount } from '@adagia/db/repositories/accounts';
import { countAbleAdministrators, deleteAdministrator } from '@adagia/db/repositories/administrators';
import { clearOwner } from '@adagia/db/repositories/answers';
import {
  forgetAddress,
  forgetFormerNames,
  forgetName,
  forgetNotices,
  forgetRequests,
  listMemberships,
} from '@adagia/db/repositories/forget-person';
import { forgetTokensOf } from '@adagia/db/repositories/mail-tokens';
import { countMembers, deleteMember } from '@adagia/db/repositories/members';
import { findProposal } from '@adagia/db/repositories/proposals';
import { clearSectionsOf } from '@adagia/db/repositories/section-rights';
import type { ProposalId } from '@adagia/shared/ids';
import { AppError } from '../http/app-error.ts';
import type { Deps, Person } from './deps.ts';
import { recordAudit } from './record-audit.ts';
import { recordEntry } from './timeline.ts';

/** Instead of a name that is not to be kept. It stands in the database, where no reader's language is known. */
export const FORMER_NAME = 'Former member';

/** @throws AppError last-coordinator with the proposals to hand over first */
function assertNoneIsLeftAlone(tx: Tx, memberships: readonly { proposalId: string; role: string }[]): void {
  const alone = memberships.filter(
    ({ proposalId, role }) =>
      role === 'coordinator' &&
      countMembers(tx, proposalId, { role }) === 1 &&
      // Deleted ones wait for their end only.
      typeof findProposal(tx, proposalId)?.deletedAt !== 'number',
  );
  if (alone.length === 0) return;
  const issues = alone.map(({ proposalId }) => {
    const proposal = findProposal(tx, proposalId);
    return { path: proposalId, message: proposal?.acronym || proposal?.title || '' };
  });
  throw new AppError('last-coordinator', issues);
}

export async function deleteAccount(
  deps: Deps,
  person: Person,
  { keepsName }: { keepsName: boolean },
): Promise<{ ok: true }> {
  const { userId, email } = person;
  const name = keepsName ? person.name : FORMER_NAME;
  const { left, sessions } = deps.database.transaction((tx) => {
    const memberships = listMemberships(tx, userId);
    assertNoneIsLeftAlone(tx, memberships);
    resign(deps, tx, userId);
    for (const { proposalId } of memberships) leave(deps, tx, proposalId, { userId, name });
    if (!keepsName) {
      forgetName(tx, userId, FORMER_NAME);
      forgetFormerNames(tx, userId, FORMER_NAME);
    }
    forgetRequests(tx, userId, email);
    forgetNotices(tx, userId);
    forgetAddress(tx, email);
    forgetTokensOf(tx, userId);
    deleteCredentials(tx, userId);
    // Ends in .invalid: no mail can ever go there (RFC 2606). The address itself is free for a new account.
    const gone = {
      name,
      email: `${userId}@deleted.invalid`,
      emailVerified: false,
      contactEmail: '',
      deletedAt: deps.now(),
    };
    updateAccount(tx, userId, gone, deps.now());
    recordAudit(deps, tx, { kind: 'account.deleted', actorId: userId, personId: userId, data: { keepsName } });
    return {
      left: memberships.map(({ proposalId }) => proposalId as ProposalId),
      sessions: deleteSessions(tx, userId, null),
    };
  });
  for (const id of sessions) deps.rooms.endSession(id);
  for (const proposalId of left) await tellAbout(deps, proposalId);
  return { ok: true };
}

/** @throws AppError last-administrator while others have accounts: the next newcomer would be made one */
function resign(deps: Deps, tx: Tx, userId: string): void {
  if (!deleteAdministrator(tx, userId)) return;
  if (countAbleAdministrators(tx) === 0 && countAccounts(tx) > 1) throw new AppError('last-administrator');
  recordAudit(deps, tx, { kind: 'administrator.removed', actorId: userId, personId: userId });
}

function leave(deps: Deps, tx: Tx, proposalId: string, { userId, name }: { userId: string; name: string }): void {
  deleteMember(tx, proposalId, userId);
  clearOwner(tx, proposalId, userId);
  clearSectionsOf(tx, proposalId, userId);
  recordAudit(deps, tx, { kind: 'member.left', actorId: userId, proposalId, personId: userId });
  recordEntry(deps, tx, {
    proposalId,
    kind: 'member',
    actorId: userId,
    target: userId,
    data: { change: 'left', name },
  });
}

async function tellAbout({ rooms }: Deps, proposalId: ProposalId): Promise<void> {
  await rooms.refreshRights(proposalId);
  for (const topic of ['people', 'answers', 'comments', 'timeline'] as const) rooms.hint(proposalId, topic);
}
