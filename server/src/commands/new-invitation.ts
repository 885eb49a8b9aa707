// The row of a new invitation with its secret, of which only the hash is in it.
import type { InvitationRow } from '@adagia/db/repositories/invitations';
import type { Deps, Person } from './deps.ts';
import { hashOf, newToken } from './invitation-token.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

type Wanted = Pick<InvitationRow, 'role' | 'organisationId'> &
  Partial<Omit<InvitationRow, 'id' | 'proposalId' | 'tokenHash'>> & { expiresInDays: number };

export function newInvitation(
  { newId, now }: Pick<Deps, 'newId' | 'now'>,
  person: Person,
  proposalId: string,
  { expiresInDays, ...wanted }: Wanted,
): { row: InvitationRow; token: string } {
  const [token, at] = [newToken(), now()];
  const row = {
    email: '',
    message: '',
    label: '',
    sectionIds: null,
    usesMax: 1,
    allowsGuests: false,
    returnsUserId: null,
    language: '',
    ...wanted,
    id: newId(),
    proposalId,
    tokenHash: hashOf(token),
    createdBy: person.userId,
    createdAt: at,
    expiresAt: at + expiresInDays * DAY_MS,
    acceptedAt: null,
    acceptedBy: null,
    revokedAt: null,
    usedCount: 0,
  };
  return { row, token };
}

/** The token in the fragment: it comes into no log of a server and no referrer. */
export function linkOf({ publicUrl }: Pick<Deps, 'publicUrl'>, token: string): string {
  return `${publicUrl}/join#${token}`;
}
