// What the list of somebody's proposals shows beside their names, and what a proposal brought along from an earlier one.
import { sqliteKit } from './column-kit.ts';
import { proposal } from './schema.ts';

const { table, index, str, int } = sqliteKit;

/** Counts out of the document as it was at `seq`, made anew when it has gone on. Its deadline is written as soon as it is set. */
export const proposalSummary = table('proposal_summary', {
  proposalId: str('proposal_id')
    .primaryKey()
    .references(() => proposal.id),
  seq: int('seq').notNull(),
  answered: int('answered').notNull(),
  total: int('total').notNull(),
  /** Facts of the deadline that the partners set, '' without one. */
  ownDeadline: str('own_deadline').notNull(),
});

/** Texts, choices and amounts that the form of this call has no place for. */
export const leftover = table(
  'leftover',
  {
    id: str('id').primaryKey(),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    position: int('position').notNull(),
    kind: str('kind').$type<'text' | 'fact' | 'plan' | 'budget'>().notNull(),
    label: str('label').notNull(),
    body: str('body').notNull(),
    /** Somebody has put it where it belongs, or does not need it. */
    settledAt: int('settled_at'),
  },
  (t) => [index('leftover_proposal').on(t.proposalId, t.position)],
);
