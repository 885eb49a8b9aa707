// A person's account: how they sign in, where they are signed in, and what is left of it when they delete it.
import { and, count, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { account, passkey, session, twoFactor, user } from '../schema.ts';

export function findAccount(tx: Tx, userId: string) {
  return tx.select().from(user).where(eq(user.id, userId)).get();
}

/** Guests have none, and no address that a mail could go to. */
export function findAccountByEmail(tx: Tx, email: string) {
  return tx
    .select()
    .from(user)
    .where(and(eq(user.email, email), eq(user.isGuest, false)))
    .get();
}

/** Of people who can come back: no guests, none that were deleted. */
export function countAccounts(tx: Tx): number {
  const isHere = and(isNull(user.deletedAt), eq(user.isGuest, false));
  return tx.select({ n: count() }).from(user).where(isHere).get()?.n ?? 0;
}

export function updateAccount(
  tx: Tx,
  userId: string,
  change: Partial<Pick<typeof user.$inferSelect, 'name' | 'email' | 'emailVerified' | 'contactEmail' | 'deletedAt'>>,
  now: number,
): void {
  tx.update(user)
    .set({ ...change, updatedAt: new Date(now) })
    .where(eq(user.id, userId))
    .run();
}

/** @returns the hash, null for who has no password */
export function findPasswordHash(tx: Tx, userId: string): string | null {
  const row = tx
    .select({ password: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')))
    .get();
  return row?.password ?? null;
}

/** Programs by which the person signs in. */
export function listProviders(tx: Tx, userId: string): string[] {
  return tx
    .select({ providerId: account.providerId })
    .from(account)
    .where(and(eq(account.userId, userId), ne(account.providerId, 'credential')))
    .all()
    .map((row) => row.providerId);
}

export function listPasskeys(tx: Tx, userId: string) {
  return tx
    .select({ id: passkey.id, name: passkey.name, createdAt: passkey.createdAt })
    .from(passkey)
    .where(eq(passkey.userId, userId))
    .orderBy(passkey.createdAt, passkey.id)
    .all();
}

/** Those that still count, the last used first. */
export function listSessions(tx: Tx, userId: string, now: number) {
  return tx
    .select()
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, new Date(now))))
    .orderBy(desc(session.lastUsedAt), desc(session.updatedAt), session.id)
    .all();
}

export function findSession(tx: Tx, userId: string, sessionId: string) {
  return tx
    .select()
    .from(session)
    .where(and(eq(session.id, sessionId), eq(session.userId, userId)))
    .get();
}

/** @param keep the one that goes on, null for none @returns those that were there */
export function deleteSessions(tx: Tx, userId: string, keep: string | null): string[] {
  return tx
    .delete(session)
    .where(and(eq(session.userId, userId), ...(keep === null ? [] : [ne(session.id, keep)])))
    .returning({ id: session.id })
    .all()
    .map(({ id }) => id);
}

export function deleteSession(tx: Tx, userId: string, sessionId: string): boolean {
  return (
    tx
      .delete(session)
      .where(and(eq(session.id, sessionId), eq(session.userId, userId)))
      .run().changes > 0
  );
}

/** Everything beside the password and the providers that lets somebody in, or asks them for more. */
export function deleteFactors(tx: Tx, userId: string): void {
  tx.delete(passkey).where(eq(passkey.userId, userId)).run();
  tx.delete(twoFactor).where(eq(twoFactor.userId, userId)).run();
  tx.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, userId)).run();
}

/**
 * The owner of the mailbox has come in, into an account that anybody could have made with their address: what was put into it before
 * must not stay a way in. The password is not touched.
 */
export function claimAccount(tx: Tx, userId: string): void {
  deleteFactors(tx, userId);
  tx.delete(account)
    .where(and(eq(account.userId, userId), ne(account.providerId, 'credential')))
    .run();
  tx.update(user).set({ emailVerified: true }).where(eq(user.id, userId)).run();
}

export function deleteCredentials(tx: Tx, userId: string): void {
  deleteFactors(tx, userId);
  tx.delete(account).where(eq(account.userId, userId)).run();
}
