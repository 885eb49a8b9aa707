// Makes somebody a member: by an invitation, as a guest, or because a request was granted. Whether they may is decided before.

import type { Tx } from '@adagia/db/open-database';
import { deleteAccessRequestOf } from '@adagia/db/repositories/access-requests';
import { insertUse } from '@adagia/db/repositories/guests';
import type { InvitationRow } from '@adagia/db/repositories/invitations';
import { updateInvitation } from '@adagia/db/repositories/invitations';
import { insertMember } from '@adagia/db/repositories/members';
import type { Deps } from './deps.ts';
import { recordAudit } from './record-audit.ts';
import { recordEntry } from './timeline.ts';

export interface NewMember {
  proposalId: string;
  userId: string;
  name: string;
  role: string;
  organisationId: string | null;
  sectionIds: string[] | null;
}

export const askerOf = (userId: string): string => `user:${userId}`;

export function joinProposal(deps: Deps, tx: Tx, { name, ...member }: NewMember): void {
  const { proposalId, userId, role, organisationId } = member;
  insertMember(tx, { ...member, joinedAt: deps.now() });
  deleteAccessRequestOf(tx, proposalId, askerOf(userId));
  const data = { change: 'joined', name, new: role };
  recordEntry(deps, tx, { proposalId, kind: 'member', actorId: userId, target: userId, data });
  const kind = 'member.joined';
  recordAudit(deps, tx, { kind, actorId: userId, personId: userId, proposalId, data: { role, organisationId } });
}

/** @param sessionId that began with it, of a guest */
export function useInvitation(deps: Deps, tx: Tx, row: InvitationRow, userId: string, sessionId: string | null): void {
  const at = deps.now();
  insertUse(tx, { id: deps.newId(), invitationId: row.id, userId, at, sessionId });
  if (row.usesMax !== null && row.usedCount + 1 >= row.usesMax) {
    updateInvitation(tx, row.id, { acceptedAt: at, acceptedBy: userId });
  }
  const { id: target, proposalId } = row;
  recordAudit(deps, tx, { kind: 'invitation.accepted', actorId: userId, personId: userId, proposalId, target });
}
