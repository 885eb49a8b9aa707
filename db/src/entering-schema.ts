// How people come into a proposal: invitations, who used them, and who asks to be let in.
import { sqliteKit } from './column-kit.ts';
import { organisation, proposal, user } from './schema.ts';

const { table, index, uniqueIndex, str, int, bool, json } = sqliteKit;

export const invitation = table(
  'invitation',
  {
    id: str('id').primaryKey(),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    /** SHA-256 of the token, hexadecimal. The token itself is stored nowhere. */
    tokenHash: str('token_hash').notNull().unique(),
    role: str('role').notNull(),
    organisationId: str('organisation_id').references(() => organisation.id),
    email: str('email').notNull(),
    message: str('message').notNull(),
    createdBy: str('created_by')
      .notNull()
      .references(() => user.id),
    createdAt: int('created_at').notNull(),
    expiresAt: int('expires_at').notNull(),
    /** When it was used for the last time that it works. */
    acceptedAt: int('accepted_at'),
    acceptedBy: str('accepted_by').references(() => user.id),
    revokedAt: int('revoked_at'),
    /** What a coordinator calls a link, to tell it from the others. */
    label: str('label').notNull().default(''),
    /** Sections of the form that it lets people write in; null: as the role says. */
    sectionIds: json<string[]>('section_ids'),
    /** null: any number. */
    usesMax: int('uses_max').default(1),
    usedCount: int('used_count').notNull().default(0),
    /** Whoever has the link is in under the name that they give. */
    allowsGuests: bool('allows_guests').notNull().default(false),
    /** A guest who lost their device, and may come back by it as the same person. */
    returnsUserId: str('returns_user_id').references(() => user.id),
    /** Of its mail, for who has no account that says theirs. '' in those of before. */
    language: str('language').notNull().default(''),
  },
  (t) => [index('invitation_proposal').on(t.proposalId)],
);

export const invitationUse = table(
  'invitation_use',
  {
    id: str('id').primaryKey(),
    invitationId: str('invitation_id')
      .notNull()
      .references(() => invitation.id),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    at: int('at').notNull(),
    /** Of a guest: the session that began with it, which may be over. */
    sessionId: str('session_id'),
  },
  (t) => [index('invitation_use_invitation').on(t.invitationId, t.at), index('invitation_use_user').on(t.userId)],
);

/** One a person and proposal: of somebody who is signed in by their id, of anybody else by the address that they gave. */
export const accessRequest = table(
  'access_request',
  {
    id: str('id').primaryKey(),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    /** null: not signed in. Name and address are then what they said. */
    userId: str('user_id').references(() => user.id),
    /** `user:<id>` or `email:<address in lower case>`. */
    asker: str('asker').notNull(),
    name: str('name').notNull(),
    email: str('email').notNull(),
    message: str('message').notNull(),
    createdAt: int('created_at').notNull(),
    decidedAt: int('decided_at'),
    decidedBy: str('decided_by').references(() => user.id),
    isGranted: bool('is_granted'),
    /** Of whoever asked, for the answer. '' in those of before. */
    language: str('language').notNull().default(''),
  },
  (t) => [uniqueIndex('access_request_asker').on(t.proposalId, t.asker)],
);
