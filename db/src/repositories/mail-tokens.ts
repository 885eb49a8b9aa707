// What is proven by a secret that went out in a mail. Kept in better-auth's table and in its form, the hash of "purpose:secret",
// so that those it redeems itself (reset-password) can be made here.
import { and, eq, gt, lt } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { verification } from '../schema.ts';

export interface MailTokenRow {
  id: string;
  /** The hash. */
  identifier: string;
  /** What it is for: a person, or JSON. */
  value: string;
  expiresAt: number;
  now: number;
}

export function insertMailToken(tx: Tx, { id, identifier, value, expiresAt, now }: MailTokenRow): void {
  tx.delete(verification)
    .where(lt(verification.expiresAt, new Date(now)))
    .run();
  const at = new Date(now);
  tx.insert(verification)
    .values({ id, identifier, value, expiresAt: new Date(expiresAt), createdAt: at, updatedAt: at })
    .run();
}

/** Works once. @returns what it is for, undefined when it is unknown, used or expired */
export function takeMailToken(tx: Tx, identifier: string, now: number): string | undefined {
  const row = tx
    .delete(verification)
    .where(and(eq(verification.identifier, identifier), gt(verification.expiresAt, new Date(now))))
    .returning({ value: verification.value })
    .get();
  return row?.value;
}

/** Those whose value is the person alone: links to set a new password, steps of signing in that wait for a code. */
export function forgetTokensOf(tx: Tx, userId: string): void {
  tx.delete(verification).where(eq(verification.value, userId)).run();
}
