// Invitations and the mails that went out. An invitation is found by the hash of its token; the token is stored nowhere.
import { and, count, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { invitation } from '../entering-schema.ts';
import type { Tx } from '../open-database.ts';
import { mail } from '../schema.ts';

export type InvitationRow = typeof invitation.$inferSelect;
export type MailRow = typeof mail.$inferSelect;

export function insertInvitation(tx: Tx, row: InvitationRow): void {
  tx.insert(invitation).values(row).run();
}

export function listInvitations(tx: Tx, proposalId: string): InvitationRow[] {
  return tx
    .select()
    .from(invitation)
    .where(eq(invitation.proposalId, proposalId))
    .orderBy(desc(invitation.createdAt), desc(invitation.id))
    .all();
}

export function findInvitation(tx: Tx, proposalId: string, id: string): InvitationRow | undefined {
  return tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.proposalId, proposalId), eq(invitation.id, id)))
    .get();
}

const isPending = (now: number) =>
  and(isNull(invitation.acceptedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, now));

/** In whatever state: only for people who are members anyway. */
export function findInvitationByToken(tx: Tx, tokenHash: string): InvitationRow | undefined {
  return tx.select().from(invitation).where(eq(invitation.tokenHash, tokenHash)).get();
}

/** Pending ones only: unknown, used, revoked and expired look the same from outside. */
export function findPendingInvitation(tx: Tx, tokenHash: string, now: number): InvitationRow | undefined {
  return tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.tokenHash, tokenHash), isPending(now)))
    .get();
}

/** @param email in lower case */
export function hasPendingInvitationFor(tx: Tx, email: string, now: number): boolean {
  const row = tx
    .select({ id: invitation.id })
    .from(invitation)
    .where(and(eq(sql`lower(${invitation.email})`, email), isPending(now)))
    .get();
  return row !== undefined;
}

export function updateInvitation(tx: Tx, id: string, change: Partial<InvitationRow>): void {
  tx.update(invitation).set(change).where(eq(invitation.id, id)).run();
}

/** Of a guest who lost a device: none that was sent out works any more. */
export function revokeReturnLinks(tx: Tx, userId: string, now: number): void {
  tx.update(invitation)
    .set({ revokedAt: now })
    .where(and(eq(invitation.returnsUserId, userId), isPending(now)))
    .run();
}

/** Only those that can still be used. */
export function countPendingInvitationsFor(tx: Tx, organisationId: string, now: number): number {
  const row = tx
    .select({ n: count() })
    .from(invitation)
    .where(and(eq(invitation.organisationId, organisationId), isPending(now)))
    .get();
  return row?.n ?? 0;
}

/** Before an organisation goes: past invitations stay in the list, without it. */
export function detachInvitationsFrom(tx: Tx, organisationId: string): void {
  tx.update(invitation).set({ organisationId: null }).where(eq(invitation.organisationId, organisationId)).run();
}

export function insertMail(tx: Tx, row: MailRow): void {
  tx.insert(mail).values(row).run();
}

export function findMail(tx: Tx, id: string): MailRow | undefined {
  return tx.select().from(mail).where(eq(mail.id, id)).get();
}

export function deleteMail(tx: Tx, id: string): void {
  tx.delete(mail).where(eq(mail.id, id)).run();
}

export function updateMail(tx: Tx, id: string, change: Partial<Pick<MailRow, 'delivery' | 'text'>>): void {
  tx.update(mail).set(change).where(eq(mail.id, id)).run();
}

/** The newest 200. */
export function listMails(tx: Tx, proposalId: string): MailRow[] {
  return tx
    .select()
    .from(mail)
    .where(eq(mail.proposalId, proposalId))
    .orderBy(desc(mail.sentAt), desc(mail.id))
    .limit(200)
    .all();
}

/** Of the installation: about accounts, of no proposal. The newest 200. */
export function listInstallationMails(tx: Tx): MailRow[] {
  return tx
    .select()
    .from(mail)
    .where(isNull(mail.proposalId))
    .orderBy(desc(mail.sentAt), desc(mail.id))
    .limit(200)
    .all();
}

/** Their links are of no use any more. */
export function deleteExpiredMails(tx: Tx, now: number): void {
  tx.delete(mail).where(lt(mail.expiresAt, now)).run();
}
