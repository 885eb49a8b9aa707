// Freezes of a proposal: who froze it, why, who may unlock it, and who did. Rows are never taken away: they are the log of it. The one
// without `unlockedAt` is in force.
import { sql } from 'drizzle-orm';
import { sqliteKit } from './column-kit.ts';
import { proposal, user } from './schema.ts';
import { version } from './version-schema.ts';

const { table, primaryKey, uniqueIndex, index, str, int } = sqliteKit;

export const freeze = table(
  'freeze',
  {
    id: str('id').primaryKey(),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    /** FreezePurpose of shared/api/freezes.ts. */
    purpose: str('purpose').notNull(),
    note: str('note').notNull(),
    /** Unlockers of shared/api/freezes.ts: who may unlock it. */
    unlockers: str('unlockers').notNull(),
    /** What the version of it is called. */
    name: str('name').notNull(),
    /** The whole as it was frozen. null: not kept yet, because the process ended in between; it still is as it was. */
    versionId: str('version_id').references(() => version.id),
    frozenBy: str('frozen_by')
      .notNull()
      .references(() => user.id),
    frozenAt: int('frozen_at').notNull(),
    unlockedBy: str('unlocked_by').references(() => user.id),
    unlockedAt: int('unlocked_at'),
    unlockNote: str('unlock_note').notNull().default(''),
  },
  (t) => [
    index('freeze_proposal').on(t.proposalId, t.frozenAt),
    // One at a time, whatever two people do in one moment.
    uniqueIndex('freeze_in_force').on(t.proposalId).where(sql`unlocked_at IS NULL`),
  ],
);

/** Of those whose unlockers are named. */
export const freezeUnlocker = table(
  'freeze_unlocker',
  {
    freezeId: str('freeze_id')
      .notNull()
      .references(() => freeze.id),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
  },
  (t) => [primaryKey({ columns: [t.freezeId, t.userId] }), index('freeze_unlocker_user').on(t.userId)],
);
