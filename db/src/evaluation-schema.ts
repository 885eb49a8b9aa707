// Mock evaluations: rounds in which people score a version of the proposal, who they are, and what each of them gave and said.
// Who may read which row is asked in one place (server/src/commands/evaluation-access.ts).
import { sqliteKit } from './column-kit.ts';
import { proposal, user } from './schema.ts';
import { version } from './version-schema.ts';

const { table, primaryKey, uniqueIndex, index, str, int, bool, json } = sqliteKit;

export const evaluationRound = table(
  'evaluation_round',
  {
    id: str('id').primaryKey(),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    /** 1, 2, … within the proposal. */
    number: int('number').notNull(),
    /** What is scored: it never changes. */
    versionId: str('version_id')
      .notNull()
      .references(() => version.id),
    /** Scale of shared/src/evaluation/scale.ts, as the call had it then. */
    scale: json<unknown>('scale').notNull(),
    /** 'YYYY-MM-DD', '' for none. */
    dueOn: str('due_on').notNull(),
    /** Evaluators do not learn who the others are. Coordinators do. */
    isAnonymous: bool('is_anonymous').notNull(),
    /** Whoever reads the proposal's history sees the results; only once it is closed. */
    isShared: bool('is_shared').notNull(),
    createdBy: str('created_by')
      .notNull()
      .references(() => user.id),
    createdAt: int('created_at').notNull(),
    /** When all had submitted for the first time: coordinators are told once. */
    completedAt: int('completed_at'),
    closedAt: int('closed_at'),
  },
  (t) => [
    uniqueIndex('evaluation_round_number').on(t.proposalId, t.number),
    index('evaluation_round_version').on(t.versionId),
  ],
);

export const evaluation = table(
  'evaluation',
  {
    roundId: str('round_id')
      .notNull()
      .references(() => evaluationRound.id),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    /** Random: what those see who may not know whose it is, and the order in which they see it. */
    mark: str('mark').notNull(),
    addedAt: int('added_at').notNull(),
    /** Taken off the round by a coordinator; what they had written stays, should they be asked again. */
    removedAt: int('removed_at'),
    submittedAt: int('submitted_at'),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.userId] }), index('evaluation_user').on(t.userId)],
);

export const evaluationScore = table(
  'evaluation_score',
  {
    roundId: str('round_id')
      .notNull()
      .references(() => evaluationRound.id),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    /** Of the round's scale, or 'overall'. */
    criterionId: str('criterion_id').notNull(),
    /** Hundredths of a point; null: not given yet. */
    points: int('points'),
    comment: str('comment').notNull(),
    strengths: str('strengths').notNull(),
    weaknesses: str('weaknesses').notNull(),
    updatedAt: int('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.userId, t.criterionId] }), index('evaluation_score_user').on(t.userId)],
);
