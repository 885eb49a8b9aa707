// When somebody was in a proposal, for what changed while they were away.
import { sqliteKit } from './column-kit.ts';
import { proposal, user } from './schema.ts';

const { table, primaryKey, index, str, int } = sqliteKit;

export const visit = table(
  'visit',
  {
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    /** Of the visit that goes on, or was the last one. */
    startedAt: int('started_at').notNull(),
    lastAt: int('last_at').notNull(),
    /** When the visit before it ended; null: this is the first. */
    sinceAt: int('since_at'),
    /** When they had looked at what changed since then; null: not yet. */
    seenAt: int('seen_at'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.proposalId] }), index('visit_proposal').on(t.proposalId)],
);
