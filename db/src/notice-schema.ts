// What people are told, and how: the inbox, what they follow, what they have seen, and how they want their mails.
import { sqliteKit } from './column-kit.ts';
import { proposal, user } from './schema.ts';

const { table, index, primaryKey, str, int, bool, json } = sqliteKit;

/** One line in somebody's inbox. No content: words are read where they stand, by whoever may read them then. */
export const notice = table(
  'notice',
  {
    id: str('id').primaryKey(),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    /** NoticeKind of shared/api/notices.ts. */
    kind: str('kind').notNull(),
    /** null: the server, for a deadline. */
    actorId: str('actor_id'),
    /** An answer key, a thread, a person: where it leads. '' for the proposal as a whole. */
    target: str('target').notNull(),
    /** '' for none. */
    sectionId: str('section_id').notNull(),
    data: json<Record<string, string | number | boolean | null>>('data').notNull(),
    at: int('at').notNull(),
    seenAt: int('seen_at'),
    /** When it left by mail, at once or in the digest. */
    mailedAt: int('mailed_at'),
  },
  (t) => [
    index('notice_user').on(t.userId, t.at),
    index('notice_proposal').on(t.proposalId),
    index('notice_unseen').on(t.userId, t.seenAt),
  ],
);

/** Only where somebody chose otherwise than it is by default. */
export const sectionFollow = table(
  'section_follow',
  {
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    /** '' for the proposal as a whole. */
    sectionId: str('section_id').notNull(),
    isFollowed: bool('is_followed').notNull(),
    at: int('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.proposalId, t.sectionId] })],
);

/** When somebody last had a section on the screen: what is older is no news for them. */
export const sectionSeen = table(
  'section_seen',
  {
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    sectionId: str('section_id').notNull(),
    at: int('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.proposalId, t.sectionId] })],
);

export const noticeSettings = table(
  'notice_settings',
  {
    userId: str('user_id')
      .primaryKey()
      .references(() => user.id),
    /** BCP 47. */
    language: str('language').notNull(),
    /** IANA, 'Europe/Athens'. */
    timeZone: str('time_zone').notNull(),
    /** The time zone is that of the device that they used last; false: they have chosen it. */
    followsDevice: bool('follows_device').notNull().default(true),
    hasDigest: bool('has_digest').notNull(),
    hasImmediate: bool('has_immediate').notNull(),
    /** 08:00 where they are. */
    nextDigestAt: int('next_digest_at').notNull(),
    /** What happened until then has been in a digest. */
    digestedUntil: int('digested_until').notNull(),
  },
  (t) => [index('notice_settings_due').on(t.nextDigestAt)],
);
