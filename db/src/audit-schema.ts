// The record of rights: who was given, took or lost which one. Rows are added and never touched again: triggers in the migration
// refuse it. It points at nothing by foreign key, so that what is erased later needs no change here.
import { sqliteKit } from './column-kit.ts';

const { table, index, str, int, json } = sqliteKit;

export const audit = table(
  'audit',
  {
    id: str('id').primaryKey(),
    at: int('at').notNull(),
    /** AuditKind of shared/api/audit.ts. */
    kind: str('kind').notNull(),
    /** null: the server itself, or a command on its machine. */
    actorId: str('actor_id'),
    /** null: it concerns the installation. */
    proposalId: str('proposal_id'),
    /** Whose right it is, null when it is nobody's in particular. */
    personId: str('person_id'),
    /** An invitation, an organisation, a section: what else it is about. '' for nothing. */
    target: str('target').notNull(),
    /** Roles, numbers, ids. Never a text, a name or a secret: those could not be taken back. */
    data: json<Record<string, string | number | boolean | null>>('data').notNull(),
  },
  (t) => [
    index('audit_at').on(t.at, t.id),
    index('audit_proposal').on(t.proposalId, t.at),
    index('audit_person').on(t.personId, t.at),
    index('audit_actor').on(t.actorId, t.at),
  ],
);
