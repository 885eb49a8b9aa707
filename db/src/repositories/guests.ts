// People who are in by link, without an account: their rows, their sessions, and what becomes of both. The rest of sign-in is
// better-auth's.
import { and, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import { invitation, invitationUse } from '../entering-schema.ts';
import type { Tx } from '../open-database.ts';
import { account, member, session, user } from '../schema.ts';

export type UseRow = typeof invitationUse.$inferSelect;

/** The domain is reserved (RFC 2606): no mail can ever go there, and nobody can prove to have such an address. */
const GUEST_DOMAIN = 'guest.invalid';
export const isGuestAddress = (email: string): boolean => email.trim().toLowerCase().endsWith(`@${GUEST_DOMAIN}`);

interface NewGuest {
  id: string;
  name: string;
  contactEmail: string;
  /** Milliseconds. */
  now: number;
}

export function insertGuest(tx: Tx, { id, name, contactEmail, now }: NewGuest): void {
  const at = new Date(now);
  const email = `${id}@${GUEST_DOMAIN}`;
  tx.insert(user).values({ id, name, email, contactEmail, isGuest: true, createdAt: at, updatedAt: at }).run();
}

export interface NewSession {
  id: string;
  token: string;
  userId: string;
  ipAddress: string;
  userAgent: string;
  /** Milliseconds. */
  now: number;
  expiresAt: number;
}

export function insertSession(tx: Tx, { now, expiresAt, ...row }: NewSession): void {
  const at = new Date(now);
  tx.insert(session)
    .values({ ...row, createdAt: at, updatedAt: at, expiresAt: new Date(expiresAt) })
    .run();
}

export function listSessionsOf(tx: Tx, userIds: readonly string[], nowMs: number) {
  const { id, userId, userAgent, createdAt, lastUsedAt } = session;
  return tx
    .select({ id, userId, userAgent, createdAt, lastUsedAt })
    .from(session)
    .where(and(inArray(userId, [...userIds]), gt(session.expiresAt, new Date(nowMs))))
    .orderBy(desc(createdAt), id)
    .all();
}

/** @param keptId one that goes on @returns the ids of those that are over */
export function deleteSessionsOf(tx: Tx, userId: string, keptId = ''): string[] {
  const others = and(eq(session.userId, userId), ne(session.id, keptId));
  return tx
    .delete(session)
    .where(others)
    .returning({ id: session.id })
    .all()
    .map(({ id }) => id);
}

export function listGuestsOf(tx: Tx, proposalId: string) {
  return tx
    .select({ userId: user.id, contactEmail: user.contactEmail })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.proposalId, proposalId), eq(user.isGuest, true)))
    .orderBy(member.joinedAt, user.id)
    .all();
}

export function membershipsOf(tx: Tx, userId: string) {
  return tx.select().from(member).where(eq(member.userId, userId)).all();
}

export function insertUse(tx: Tx, row: UseRow): void {
  tx.insert(invitationUse).values(row).run();
  tx.update(invitation)
    .set({ usedCount: sql`${invitation.usedCount} + 1` })
    .where(eq(invitation.id, row.invitationId))
    .run();
}

/** Who used the invitations of a proposal, the latest first. */
export function listUses(tx: Tx, proposalId: string) {
  return tx
    .select({ use: invitationUse, name: user.name, isGuest: user.isGuest })
    .from(invitationUse)
    .innerJoin(invitation, eq(invitation.id, invitationUse.invitationId))
    .innerJoin(user, eq(user.id, invitationUse.userId))
    .where(eq(invitation.proposalId, proposalId))
    .orderBy(desc(invitationUse.at), desc(invitationUse.id))
    .all();
}

interface NewAccount {
  id: string;
  userId: string;
  email: string;
  passwordHash: string;
  /** Milliseconds. */
  now: number;
}

/** The row of a guest is that of an account from then on. */
export function makeAccount(tx: Tx, { id, userId, email, passwordHash, now }: NewAccount): void {
  const at = new Date(now);
  tx.update(user)
    .set({ email, isGuest: false, contactEmail: '', emailVerified: false, updatedAt: at })
    .where(eq(user.id, userId))
    .run();
  const row = { id, accountId: userId, providerId: 'credential', userId, password: passwordHash };
  tx.insert(account)
    .values({ ...row, createdAt: at, updatedAt: at })
    .run();
}

/** From then on as long as everybody's. */
export function setSessionEnd(tx: Tx, id: string, { now, expiresAt }: { now: number; expiresAt: number }): void {
  tx.update(session)
    .set({ updatedAt: new Date(now), expiresAt: new Date(expiresAt) })
    .where(eq(session.id, id))
    .run();
}
