// Work for later: written in the transaction of what asks for it, done by the job runner, kept for some weeks after.
import { sqliteKit } from './column-kit.ts';

const { table, index, uniqueIndex, str, int, json } = sqliteKit;

export const job = table(
  'job',
  {
    id: str('id').primaryKey(),
    kind: str('kind').notNull(),
    /** At most one of this name waits or runs; null for any number of them. Cleared when it is done. */
    key: str('key'),
    data: json<Record<string, string | number | boolean | null>>('data').notNull(),
    /** Not before this moment. */
    runAt: int('run_at').notNull(),
    attempts: int('attempts').notNull(),
    /** Set while it runs, and left behind by a process that died over it. */
    startedAt: int('started_at'),
    doneAt: int('done_at'),
    /** What went wrong the last time, '' for nothing. */
    error: str('error').notNull(),
  },
  (t) => [index('job_due').on(t.doneAt, t.runAt), uniqueIndex('job_key').on(t.key)],
);
