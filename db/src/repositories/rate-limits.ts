// How often something was tried lately. Counted in the database, so that a restart gives nobody new attempts and several
// processes count together. `lastRequest` is when the running window began.
import { eq, lt } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { rateLimit } from '../schema.ts';

export interface Attempt {
  key: string;
  max: number;
  windowMs: number;
  /** Milliseconds. */
  now: number;
  /** Of the row, when it is a new one. */
  id: string;
}

/** Milliseconds. No window is longer; what is older is thrown away. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Counts one attempt. @returns milliseconds until the next one is allowed, 0 when this one is */
export function takeAttempt(tx: Tx, { key, max, windowMs, now, id }: Attempt): number {
  const row = tx.select().from(rateLimit).where(eq(rateLimit.key, key)).get();
  if (!row || row.lastRequest + windowMs <= now) {
    tx.delete(rateLimit)
      .where(lt(rateLimit.lastRequest, now - KEPT_MS))
      .run();
    const fresh = { count: 1, lastRequest: now };
    tx.insert(rateLimit)
      .values({ id, key, ...fresh })
      .onConflictDoUpdate({ target: rateLimit.key, set: fresh })
      .run();
    return 0;
  }
  if (row.count >= max) return row.lastRequest + windowMs - now;
  tx.update(rateLimit)
    .set({ count: row.count + 1 })
    .where(eq(rateLimit.id, row.id))
    .run();
  return 0;
}

export function forgetAttempts(tx: Tx, key: string): void {
  tx.delete(rateLimit).where(eq(rateLimit.key, key)).run();
}
