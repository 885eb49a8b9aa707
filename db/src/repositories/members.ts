// Who belongs to a proposal, with which role. Asked on every request and every frame's connection.
import { and, count, eq, sql } from 'drizzle-orm';
import type { Database, Tx } from '../open-database.ts';
import { prepared } from '../prepared.ts';
import { member, user } from '../schema.ts';

export type MemberRow = typeof member.$inferSelect;

const oneMember = prepared((tx) =>
  tx
    .select()
    .from(member)
    .where(and(eq(member.proposalId, sql.placeholder('proposalId')), eq(member.userId, sql.placeholder('userId'))))
    .prepare(),
);

export function findMember(tx: Tx, proposalId: string, userId: string): MemberRow | undefined {
  return oneMember(tx).get({ proposalId, userId });
}

/** Of a proposal that is not deleted. Prepared once: asked twice with every socket that is opened. */
export function membershipLookup({ driver }: Pick<Database, 'driver'>) {
  const statement = driver.prepare<
    [string, string],
    { role: string; organisationId: string | null; sectionIds: string | null; archivedAt: number | null }
  >(
    `SELECT role, organisation_id AS organisationId, section_ids AS sectionIds, proposal.archived_at AS archivedAt
       FROM member JOIN proposal ON proposal.id = member.proposal_id
      WHERE member.proposal_id = ? AND member.user_id = ? AND proposal.deleted_at IS NULL`,
  );
  return (proposalId: string, userId: string) => statement.get(proposalId, userId);
}

export function listMembers(tx: Tx, proposalId: string) {
  return tx
    .select({ member, name: user.name, email: user.email, isGuest: user.isGuest, contactEmail: user.contactEmail })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(member.proposalId, proposalId))
    .orderBy(member.joinedAt, member.userId)
    .all();
}

export function insertMember(tx: Tx, row: typeof member.$inferInsert): void {
  tx.insert(member).values(row).run();
}

export function updateMember(
  tx: Tx,
  proposalId: string,
  userId: string,
  change: Partial<Pick<MemberRow, 'role' | 'organisationId' | 'sectionIds'>>,
): void {
  if (Object.keys(change).length === 0) return;
  tx.update(member)
    .set(change)
    .where(and(eq(member.proposalId, proposalId), eq(member.userId, userId)))
    .run();
}

export function deleteMember(tx: Tx, proposalId: string, userId: string): void {
  tx.delete(member)
    .where(and(eq(member.proposalId, proposalId), eq(member.userId, userId)))
    .run();
}

export function countMembers(tx: Tx, proposalId: string, where: { role: string } | { organisationId: string }): number {
  const condition = 'role' in where ? eq(member.role, where.role) : eq(member.organisationId, where.organisationId);
  const row = tx
    .select({ n: count() })
    .from(member)
    .where(and(eq(member.proposalId, proposalId), condition))
    .get();
  return row?.n ?? 0;
}

export function countUsers(tx: Tx): number {
  return tx.select({ n: count() }).from(user).get()?.n ?? 0;
}

export function findUser(tx: Tx, id: string) {
  return tx.select({ id: user.id, name: user.name, email: user.email }).from(user).where(eq(user.id, id)).get();
}

export function findUserByEmail(tx: Tx, email: string) {
  return tx.select({ id: user.id, name: user.name }).from(user).where(eq(user.email, email)).get();
}
