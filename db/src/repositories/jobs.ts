// Work for later. Written with what asks for it; whoever does it marks it as begun, so that a crash is noticed.
import { and, asc, eq, isNotNull, isNull, lt, lte } from 'drizzle-orm';
import { job } from '../job-schema.ts';
import type { Tx } from '../open-database.ts';

export type JobRow = typeof job.$inferSelect;
export type JobData = JobRow['data'];

/** One with a key that waits already is not doubled. */
export function insertJob(tx: Tx, row: Pick<JobRow, 'id' | 'kind' | 'key' | 'data' | 'runAt'>): void {
  tx.insert(job)
    .values({ ...row, attempts: 0, startedAt: null, doneAt: null, error: '' })
    .onConflictDoNothing({ target: job.key })
    .run();
}

/** The longest due one that waits. */
export function nextDueJob(tx: Tx, now: number): JobRow | undefined {
  return tx
    .select()
    .from(job)
    .where(and(isNull(job.doneAt), isNull(job.startedAt), lte(job.runAt, now)))
    .orderBy(asc(job.runAt), asc(job.id))
    .limit(1)
    .get();
}

/** Begun and not ended: of a process that is no more, when asked at a start. */
export function listBegunJobs(tx: Tx): JobRow[] {
  return tx
    .select()
    .from(job)
    .where(and(isNull(job.doneAt), isNotNull(job.startedAt)))
    .all();
}

export function updateJob(tx: Tx, id: string, change: Partial<Omit<JobRow, 'id' | 'kind'>>): void {
  tx.update(job).set(change).where(eq(job.id, id)).run();
}

export function deleteJobsDoneBefore(tx: Tx, before: number): void {
  tx.delete(job).where(lt(job.doneAt, before)).run();
}
