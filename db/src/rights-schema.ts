// Who may write where in a proposal, beyond the role; and figures that not everybody may see, which is why they are not in the
// document.
import { sqliteKit } from './column-kit.ts';
import { organisation, proposal, user } from './schema.ts';

const { table, primaryKey, index, str, int, bool } = sqliteKit;

/** A section with an owner, a circle of writers or a lock. Those without have no row. */
export const sectionRight = table(
  'section_right',
  {
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    /** A section of shared/writing-rights.ts. */
    sectionId: str('section_id').notNull(),
    ownerId: str('owner_id').references(() => user.id),
    isExclusive: bool('is_exclusive').notNull(),
    lockedBy: str('locked_by').references(() => user.id),
    lockedAt: int('locked_at'),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.sectionId] })],
);

export const sectionWriter = table(
  'section_writer',
  {
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    sectionId: str('section_id').notNull(),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.sectionId, t.userId] }), index('section_writer_user').on(t.userId)],
);

/** What a day of work costs one organisation, by category of staff. Its own people and coordinators see it. */
export const dailyRate = table(
  'daily_rate',
  {
    organisationId: str('organisation_id')
      .notNull()
      .references(() => organisation.id),
    category: str('category').notNull(),
    amountCents: int('amount_cents').notNull(),
    updatedBy: str('updated_by')
      .notNull()
      .references(() => user.id),
    updatedAt: int('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.category] })],
);
