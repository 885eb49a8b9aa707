// Every table, in one place. No ON DELETE CASCADE: a table rebuild in a SQLite migration would cascade silently.
// Column names are snake_case, times are milliseconds. `npm run db:generate` writes a migration after a change.
import { sqliteKit } from './column-kit.ts';
import { organisation } from './organisation-tables.ts';

export {
  intake,
  organisation,
  organisationDocument,
  organisationRecord,
  reminder,
} from './organisation-tables.ts';

const { table, index, uniqueIndex, primaryKey, str, int, bool, date, json, bytes } = sqliteKit;

// ── Sign-in: the tables of better-auth, with its field names ────────────────────────────────────────────────────────

export const user = table('user', {
  id: str('id').primaryKey(),
  name: str('name').notNull(),
  email: str('email').notNull().unique(),
  emailVerified: bool('email_verified').notNull().default(false),
  image: str('image'),
  createdAt: date('created_at').notNull(),
  updatedAt: date('updated_at').notNull(),
  /** A time-based code is asked for after the password. */
  twoFactorEnabled: bool('two_factor_enabled').notNull().default(false),
  /** The row stays for what the person wrote; name and address are no longer theirs. */
  deletedAt: int('deleted_at'),
  /** In by link, without an account: `email` is one of ours that no mail goes to. */
  isGuest: bool('is_guest').notNull().default(false),
  /** As a guest told it. Nobody has checked it: it is the key to nothing. */
  contactEmail: str('contact_email').notNull().default(''),
  /** A guest who turned out to have this account: what is still under this id is theirs. */
  mergedInto: str('merged_into'),
});

export const session = table(
  'session',
  {
    id: str('id').primaryKey(),
    expiresAt: date('expires_at').notNull(),
    token: str('token').notNull().unique(),
    createdAt: date('created_at').notNull(),
    updatedAt: date('updated_at').notNull(),
    ipAddress: str('ip_address'),
    userAgent: str('user_agent'),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    /** Ours: to some minutes, where `updatedAt` is when the session was last prolonged. */
    lastUsedAt: int('last_used_at'),
  },
  (t) => [index('session_user').on(t.userId)],
);

export const account = table(
  'account',
  {
    id: str('id').primaryKey(),
    accountId: str('account_id').notNull(),
    providerId: str('provider_id').notNull(),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    accessToken: str('access_token'),
    refreshToken: str('refresh_token'),
    idToken: str('id_token'),
    accessTokenExpiresAt: date('access_token_expires_at'),
    refreshTokenExpiresAt: date('refresh_token_expires_at'),
    scope: str('scope'),
    password: str('password'),
    createdAt: date('created_at').notNull(),
    updatedAt: date('updated_at').notNull(),
  },
  (t) => [index('account_user').on(t.userId)],
);

/** Secrets that went out in a mail or a cookie, under their hash. */
export const verification = table(
  'verification',
  {
    id: str('id').primaryKey(),
    identifier: str('identifier').notNull(),
    value: str('value').notNull(),
    expiresAt: date('expires_at').notNull(),
    createdAt: date('created_at').notNull(),
    updatedAt: date('updated_at').notNull(),
  },
  (t) => [index('verification_identifier').on(t.identifier)],
);

export const twoFactor = table(
  'two_factor',
  {
    id: str('id').primaryKey(),
    /** Encrypted, as are the recovery codes. */
    secret: str('secret').notNull(),
    backupCodes: str('backup_codes').notNull(),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    /** A first code was given: only then is one asked for. */
    verified: bool('verified').notNull().default(true),
    failedVerificationCount: int('failed_verification_count').notNull().default(0),
    lockedUntil: date('locked_until'),
  },
  (t) => [index('two_factor_user').on(t.userId)],
);

export const passkey = table(
  'passkey',
  {
    id: str('id').primaryKey(),
    name: str('name'),
    publicKey: str('public_key').notNull(),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    credentialID: str('credential_id').notNull(),
    counter: int('counter').notNull(),
    deviceType: str('device_type').notNull(),
    backedUp: bool('backed_up').notNull(),
    transports: str('transports'),
    createdAt: date('created_at'),
    aaguid: str('aaguid'),
  },
  (t) => [index('passkey_user').on(t.userId), index('passkey_credential').on(t.credentialID)],
);

export const rateLimit = table('rate_limit', {
  id: str('id').primaryKey(),
  key: str('key').notNull().unique(),
  count: int('count').notNull(),
  lastRequest: int('last_request').notNull(),
});

// ── Proposals and their people ──────────────────────────────────────────────────────────────────────────────────────

export const proposal = table('proposal', {
  id: str('id').primaryKey(),
  callId: str('call_id').notNull(),
  sector: str('sector').notNull(),
  /** Copies of facts/title and facts/acronym for lists; the document has the truth. */
  title: str('title').notNull(),
  acronym: str('acronym').notNull(),
  createdBy: str('created_by')
    .notNull()
    .references(() => user.id),
  createdAt: int('created_at').notNull(),
  activeAt: int('active_at').notNull(),
  /** Read only from then on, until it is taken out of the archive. */
  archivedAt: int('archived_at'),
  /** Gone for everybody, and restorable by its coordinators until it is erased. */
  deletedAt: int('deleted_at'),
  /** People below coordinator write in the budget column of their own organisation. */
  hasOwnColumns: bool('has_own_columns').notNull().default(false),
  /** There they propose, and coordinators decide. */
  isNegotiated: bool('is_negotiated').notNull().default(false),
});

export const member = table(
  'member',
  {
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    role: str('role').notNull(),
    organisationId: str('organisation_id').references(() => organisation.id),
    joinedAt: int('joined_at').notNull(),
    /** The sections that they may write in; null: as the role says. */
    sectionIds: json<string[]>('section_ids'),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.userId] }), index('member_user').on(t.userId)],
);

export const mail = table(
  'mail',
  {
    id: str('id').primaryKey(),
    proposalId: str('proposal_id').references(() => proposal.id),
    to: str('to').notNull(),
    subject: str('subject').notNull(),
    text: str('text').notNull(),
    sentAt: int('sent_at').notNull(),
    delivery: str('delivery').notNull(),
    /** The same words for programs that show HTML; rows of before have none. */
    html: str('html'),
    /** Beyond those that every mail has, such as List-Unsubscribe. */
    headers: json<Record<string, string>>('headers'),
    /** After that its link is of no use, and it is thrown away. */
    expiresAt: int('expires_at'),
  },
  (t) => [index('mail_proposal').on(t.proposalId, t.sentAt)],
);

// ── The document's log ──────────────────────────────────────────────────────────────────────────────────────────────

/** One row per room: who owns it (epoch, for fencing) and how far its log and snapshot reach. */
export const document = table('document', {
  id: str('id').primaryKey(),
  generation: str('generation').notNull(),
  epoch: int('epoch').notNull(),
  /** Sequence number of the last row of the log, 0 for none. Gapless. */
  lastSeq: int('last_seq').notNull(),
});

/** One row per committed group of updates of one author in one room; `bytes` is one merged or single Yjs update (v1). */
export const documentUpdate = table(
  'document_update',
  {
    documentId: str('document_id')
      .notNull()
      .references(() => document.id),
    seq: int('seq').notNull(),
    epoch: int('epoch').notNull(),
    /** null: the server itself (seed, comment anchors, imports). */
    authorId: str('author_id'),
    at: int('at').notNull(),
    bytes: bytes('bytes').notNull(),
    /** SHA-256 of bytes, checked on load: a flipped bit must not change a text silently. */
    hash: bytes('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.seq] })],
);

export const documentSnapshot = table(
  'document_snapshot',
  {
    documentId: str('document_id')
      .notNull()
      .references(() => document.id),
    /** The state after the log's row `seq`. */
    seq: int('seq').notNull(),
    at: int('at').notNull(),
    bytes: bytes('bytes').notNull(),
    hash: bytes('hash').notNull(),
    /** What the server made of `bytes` to open the document sooner; made again when it is missing or damaged. */
    image: bytes('image'),
    imageHash: bytes('image_hash'),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.seq] })],
);

/**
 * Rows that were not what was stored, and rows that build on them: kept as they are, and taken no part in loading. Theirs are
 * the only numbers that may be missing from a log.
 */
export const documentAside = table(
  'document_aside',
  {
    documentId: str('document_id')
      .notNull()
      .references(() => document.id),
    part: str('part').$type<'update' | 'snapshot'>().notNull(),
    seq: int('seq').notNull(),
    /** dependent: intact, and of no use without one that is not. */
    reason: str('reason').$type<'damaged' | 'missing' | 'dependent'>().notNull(),
    authorId: str('author_id'),
    at: int('at').notNull(),
    bytes: bytes('bytes'),
    hash: bytes('hash'),
    foundAt: int('found_at').notNull(),
    /** When its content was in the document again. */
    settledAt: int('settled_at'),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.part, t.seq] })],
);

/** A Yjs client id belongs to the first person who used it in this document; nobody else may extend it. */
export const documentClient = table(
  'document_client',
  {
    documentId: str('document_id')
      .notNull()
      .references(() => document.id),
    clientId: int('client_id').notNull(),
    userId: str('user_id').notNull(),
    at: int('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.clientId] })],
);

// ── What is said about the text ─────────────────────────────────────────────────────────────────────────────────────

export const answerState = table(
  'answer_state',
  {
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    key: str('key').notNull(),
    status: str('status').notNull(),
    ownerId: str('owner_id').references(() => user.id),
    carriedBy: str('carried_by').references(() => user.id),
    carriedAt: int('carried_at'),
    carriedHash: str('carried_hash'),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.key] })],
);

export const thread = table(
  'thread',
  {
    id: str('id').primaryKey(),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    /** CommentTarget of shared/api/review.ts. */
    target: json<unknown>('target').notNull(),
    createdBy: str('created_by')
      .notNull()
      .references(() => user.id),
    createdAt: int('created_at').notNull(),
    resolvedAt: int('resolved_at'),
    resolvedBy: str('resolved_by').references(() => user.id),
    /** A task of one of the two, or of nobody. */
    assigneeId: str('assignee_id').references(() => user.id),
    assigneeOrganisationId: str('assignee_organisation_id').references(() => organisation.id),
    assignedBy: str('assigned_by').references(() => user.id),
    assignedAt: int('assigned_at'),
    /** 'YYYY-MM-DD', '' for no day. */
    dueOn: str('due_on').notNull().default(''),
  },
  (t) => [index('thread_assignee').on(t.assigneeId), index('thread_proposal').on(t.proposalId, t.createdAt)],
);

export const comment = table(
  'comment',
  {
    id: str('id').primaryKey(),
    threadId: str('thread_id')
      .notNull()
      .references(() => thread.id),
    authorId: str('author_id')
      .notNull()
      .references(() => user.id),
    body: str('body').notNull(),
    /** Of one that came with a file: who said it, by the name there, and when, where the file says so. null: its author did. */
    fileAuthor: str('file_author'),
    fileAt: int('file_at'),
    createdAt: int('created_at').notNull(),
    editedAt: int('edited_at'),
    deletedAt: int('deleted_at'),
  },
  (t) => [index('comment_thread').on(t.threadId, t.createdAt)],
);

export const threadRead = table(
  'thread_read',
  {
    threadId: str('thread_id')
      .notNull()
      .references(() => thread.id),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    at: int('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.threadId, t.userId] })],
);

export const timeline = table(
  'timeline',
  {
    id: str('id').primaryKey(),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    kind: str('kind').notNull(),
    startedAt: int('started_at').notNull(),
    at: int('at').notNull(),
    actorId: str('actor_id'),
    organisationId: str('organisation_id'),
    target: str('target').notNull(),
    sectionId: str('section_id').notNull(),
    data: json<Record<string, string | number | boolean | null>>('data').notNull(),
  },
  (t) => [
    index('timeline_proposal').on(t.proposalId, t.at),
    uniqueIndex('timeline_order').on(t.proposalId, t.at, t.id),
  ],
);
