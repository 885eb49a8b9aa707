// What else the database knows of a person who deletes their account: memberships, mails, addresses of invitations, and copies of
// their name in the timeline. What they wrote is not touched.
import { and, eq, or, sql } from 'drizzle-orm';
import { accessRequest, invitation } from '../entering-schema.ts';
import { notice, noticeSettings, sectionFollow, sectionSeen } from '../notice-schema.ts';
import type { Tx } from '../open-database.ts';
import { mail, member, timeline, user } from '../schema.ts';
import { visit } from '../visit-schema.ts';

export function listMemberships(tx: Tx, userId: string): { proposalId: string; role: string }[] {
  return tx
    .select({ proposalId: member.proposalId, role: member.role })
    .from(member)
    .where(eq(member.userId, userId))
    .orderBy(member.proposalId)
    .all();
}

/** In mails to it, in invitations, and where the timeline tells of those. */
export function forgetAddress(tx: Tx, email: string): void {
  tx.delete(mail)
    .where(eq(sql`lower(${mail.to})`, email))
    .run();
  tx.update(invitation)
    .set({ email: '' })
    .where(eq(sql`lower(${invitation.email})`, email))
    .run();
  tx.update(timeline)
    .set({ data: sql`json_set(${timeline.data}, '$.email', '')` })
    .where(and(eq(timeline.kind, 'invitation'), eq(sql`lower(json_extract(${timeline.data}, '$.email'))`, email)))
    .run();
}

/** Of guests who turned out to be this person. */
export function forgetFormerNames(tx: Tx, userId: string, instead: string): void {
  tx.update(user).set({ name: instead }).where(eq(user.mergedInto, userId)).run();
}

/** What they asked for, under whichever name. */
export function forgetRequests(tx: Tx, userId: string, email: string): void {
  tx.delete(accessRequest)
    .where(or(eq(accessRequest.userId, userId), eq(sql`lower(${accessRequest.email})`, email)))
    .run();
}

/** In the timeline, where it is told who came and left. */
export function forgetName(tx: Tx, userId: string, instead: string): void {
  tx.update(timeline)
    .set({ data: sql`json_set(${timeline.data}, '$.name', ${instead})` })
    .where(and(eq(timeline.kind, 'member'), eq(timeline.target, userId)))
    .run();
}

/** What they were told, followed and saw: nobody reads it any more. */
export function forgetNotices(tx: Tx, userId: string): void {
  for (const table of [notice, sectionFollow, sectionSeen, noticeSettings, visit]) {
    tx.delete(table).where(eq(table.userId, userId)).run();
  }
}
