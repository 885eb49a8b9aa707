// The history of each figure of a budget: who had which value, when, and what was there before. Derived from committed updates,
// one row for each, never put together: the timeline tells a story, this is what a figure is answered for with. And the workings
// behind a figure, which not everybody may see.
import { sqliteKit } from './column-kit.ts';
import { organisation, proposal, user } from './schema.ts';

const { table, index, primaryKey, str, int, json } = sqliteKit;

export const figureChange = table(
  'figure_change',
  {
    id: str('id').primaryKey(),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    /** Key in the map `budget`: `<row>/<column>`, `<row>/<organisation>:<quantity>`, or what is proposed and offered beside it. */
    cell: str('cell').notNull(),
    actorId: str('actor_id')
      .notNull()
      .references(() => user.id),
    /** Whom they belonged to then. */
    organisationId: str('organisation_id'),
    at: int('at').notNull(),
    /** null: the cell was empty. */
    before: int('before'),
    after: int('after'),
    /** What this person wrote, where somebody else's value of the same moment is the one that counts. */
    overtaken: int('overtaken'),
  },
  (t) => [index('figure_change_cell').on(t.proposalId, t.cell, t.at, t.id)],
);

/** How an organisation comes to a figure of its own column: seen by its people and by coordinators, as its daily rates are. */
export const figureWorking = table(
  'figure_working',
  {
    organisationId: str('organisation_id')
      .notNull()
      .references(() => organisation.id),
    /** A work package or an activity of the document. */
    rowId: str('row_id').notNull(),
    working: json<unknown>('working').notNull(),
    updatedBy: str('updated_by')
      .notNull()
      .references(() => user.id),
    updatedAt: int('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.rowId] })],
);

/** An organisation's word on its whole column, as it saw it; the newest counts, the others are how it came to that. */
export const columnAgreement = table(
  'column_agreement',
  {
    id: str('id').primaryKey(),
    organisationId: str('organisation_id')
      .notNull()
      .references(() => organisation.id),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    at: int('at').notNull(),
    /** Cents by row; null: taken back. */
    figures: json<Record<string, number>>('figures'),
  },
  (t) => [index('column_agreement_organisation').on(t.organisationId, t.at, t.id)],
);
