// Invitations as the REST contract shows them: what they give, how often they were used and by whom. Never their token.

import type { Tx } from '@adagia/db/open-database';
import { listUses } from '@adagia/db/repositories/guests';
import type { InvitationRow } from '@adagia/db/repositories/invitations';
import { findUser } from '@adagia/db/repositories/members';
import type { Invitation } from '@adagia/shared/api/people';
import type { InvitationId, OrganisationId, UserId } from '@adagia/shared/ids';
import { roleSchema } from '@adagia/shared/roles';
import { iso } from './deps.ts';

/** People who are named for one link: a list that nobody reads to its end. */
const USES_SHOWN_MAX = 50;

type Use = ReturnType<typeof listUses>[number];

function stateOf(row: InvitationRow, now: number): Invitation['state'] {
  if (row.revokedAt) return 'revoked';
  if (row.acceptedAt) return 'accepted';
  return row.expiresAt <= now ? 'expired' : 'pending';
}

function presentUse({ use, name, isGuest }: Use): Invitation['uses'][number] {
  return { userId: use.userId as UserId, name, isGuest, at: iso(use.at) };
}

function present(tx: Tx, row: InvitationRow, uses: readonly Use[], now: number): Invitation {
  const { email, label, allowsGuests, sectionIds, usesMax, usedCount } = row;
  return {
    id: row.id as InvitationId,
    role: roleSchema.parse(row.role),
    organisationId: row.organisationId as OrganisationId | null,
    email,
    label,
    allowsGuests,
    sectionIds,
    usesMax,
    usedCount,
    returnsUserId: row.returnsUserId as UserId | null,
    createdAt: iso(row.createdAt),
    createdBy: findUser(tx, row.createdBy)?.name ?? '',
    expiresAt: iso(row.expiresAt),
    uses: uses.slice(0, USES_SHOWN_MAX).map(presentUse),
    state: stateOf(row, now),
  };
}

export function presentInvitations(
  tx: Tx,
  proposalId: string,
  rows: readonly InvitationRow[],
  now: number,
): Invitation[] {
  const uses = Map.groupBy(listUses(tx, proposalId), ({ use }) => use.invitationId);
  return rows.map((row) => present(tx, row, uses.get(row.id) ?? [], now));
}

/** One that was made or renewed a moment ago. */
export function presentInvitation(tx: Tx, row: InvitationRow, now: number): Invitation {
  return present(tx, row, row.usedCount > 0 ? listUses(tx, row.proposalId).filter(isOf(row)) : [], now);
}

const isOf =
  ({ id }: InvitationRow) =>
  ({ use }: Use) =>
    use.invitationId === id;
