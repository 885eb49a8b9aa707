// What belongs to the installation and to no proposal: who looks after it.
import { sqliteKit } from './column-kit.ts';
import { user } from './schema.ts';

const { table, str, int, json, index } = sqliteKit;

export const administrator = table('administrator', {
  userId: str('user_id')
    .primaryKey()
    .references(() => user.id),
  /** null: the first account, or named by the command on the machine. */
  namedBy: str('named_by'),
  at: int('at').notNull(),
});

/** Whose account is shut: no sign-in, no session, no socket. What they wrote stays. */
export const disabledPerson = table('disabled_person', {
  userId: str('user_id')
    .primaryKey()
    .references(() => user.id),
  disabledBy: str('disabled_by').notNull(),
  at: int('at').notNull(),
});

/** What an administrator chose, by the names of shared/api/installation.ts. Without a row the default counts. */
export const setting = table('setting', {
  name: str('name').primaryKey(),
  value: json<unknown>('value').notNull(),
  changedBy: str('changed_by').notNull(),
  at: int('at').notNull(),
});

/** Figures of the programme that an administrator put right; `path` is one of shared/src/programme/figures.ts. */
export const figureCorrection = table(
  'figure_correction',
  {
    id: str('id').primaryKey(),
    callId: str('call_id').notNull(),
    path: str('path').notNull(),
    value: json<unknown>('value').notNull(),
    source: str('source').notNull(),
    reason: str('reason').notNull(),
    createdBy: str('created_by').notNull(),
    at: int('at').notNull(),
    /** null while it holds: replaced by another one, or taken back. */
    endedBy: str('ended_by'),
    endedAt: int('ended_at'),
  },
  (t) => [index('figure_correction_call').on(t.callId, t.endedAt)],
);
