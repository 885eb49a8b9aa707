// Versions of a proposal: what each root held at a moment, kept only where it changed. Independent of the document's own log, whose
// rows go after a month and whose deletions are folded away.
import { sqliteKit } from './column-kit.ts';
import { proposal, user } from './schema.ts';

const { table, primaryKey, uniqueIndex, index, str, int, bytes } = sqliteKit;

export const version = table(
  'version',
  {
    id: str('id').primaryKey(),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    /** 1, 2, … within the proposal. */
    number: int('number').notNull(),
    /** When the first and the last change that it holds were made. */
    startedAt: int('started_at').notNull(),
    at: int('at').notNull(),
    /** null: one that was kept by itself. */
    name: str('name'),
    namedBy: str('named_by').references(() => user.id),
    namedAt: int('named_at'),
  },
  (t) => [uniqueIndex('version_number').on(t.proposalId, t.number)],
);

/** Who changed what between a version and the one before it. */
export const versionChange = table(
  'version_change',
  {
    versionId: str('version_id')
      .notNull()
      .references(() => version.id),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    root: str('root').notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.userId, t.root] }), index('version_change_user').on(t.userId)],
);

/** The content of one root from this version on, until a later one has it too. */
export const versionPart = table(
  'version_part',
  {
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    root: str('root').notNull(),
    number: int('number').notNull(),
    /** A VersionPart (shared/versions) as JSON, deflated. */
    bytes: bytes('bytes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.root, t.number] })],
);

/** What was changed since the newest version. */
export const versionPending = table(
  'version_pending',
  {
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    root: str('root').notNull(),
    firstAt: int('first_at').notNull(),
    lastAt: int('last_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.userId, t.root] }), index('version_pending_user').on(t.userId)],
);
