// The invitation of a link that lets somebody in now. Unknown, used up, revoked and expired ones look the same, and so do those of
// a proposal that was deleted.
import type { Tx } from '@adagia/db/open-database';
import { findPendingInvitation, type InvitationRow } from '@adagia/db/repositories/invitations';
import { findProposal } from '@adagia/db/repositories/proposals';
import type { Deps } from './deps.ts';
import { hashOf } from './invitation-token.ts';

export const isThere = (tx: Tx, proposalId: string): boolean => findProposal(tx, proposalId)?.deletedAt === null;

export function findOpenInvitation({ now }: Pick<Deps, 'now'>, tx: Tx, token: string): InvitationRow | undefined {
  const row = findPendingInvitation(tx, hashOf(token), now());
  return row && isThere(tx, row.proposalId) ? row : undefined;
}
