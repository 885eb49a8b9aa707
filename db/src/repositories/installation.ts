// The installation as its administrator sees it: accounts, proposals without their content, settings, sizes.
import { asc, count, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { administrator, disabledPerson, setting } from '../installation-schema.ts';
import { job } from '../job-schema.ts';
import type { Database, Tx } from '../open-database.ts';
import { organisationDocument } from '../organisation-tables.ts';
import { mail, member, proposal, user } from '../schema.ts';

export function readSetting(tx: Tx, name: string): unknown {
  return tx.select({ value: setting.value }).from(setting).where(eq(setting.name, name)).get()?.value;
}

export function saveSetting(tx: Tx, row: typeof setting.$inferSelect): void {
  tx.insert(setting).values(row).onConflictDoUpdate({ target: setting.name, set: row }).run();
}

export function isDisabled(tx: Tx, userId: string): boolean {
  return tx.select().from(disabledPerson).where(eq(disabledPerson.userId, userId)).get() !== undefined;
}

export function insertDisabled(tx: Tx, row: typeof disabledPerson.$inferSelect): void {
  tx.insert(disabledPerson).values(row).onConflictDoNothing().run();
}

/** @returns whether there was anything to take back */
export function deleteDisabled(tx: Tx, userId: string): boolean {
  return tx.delete(disabledPerson).where(eq(disabledPerson.userId, userId)).run().changes > 0;
}

/** Those that are not deleted, in the order of their coming. */
export function listAccounts(tx: Tx, nowMs: number) {
  return tx
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      isGuest: user.isGuest,
      contactEmail: user.contactEmail,
      createdAt: user.createdAt,
      administratorSince: administrator.at,
      disabledAt: disabledPerson.at,
      sessions: sql<number>`(SELECT count(*) FROM session s WHERE s.user_id = "user"."id" AND s.expires_at > ${nowMs})`,
      lastUsedAt: sql<
        number | null
      >`(SELECT max(coalesce(s.last_used_at, s.updated_at)) FROM session s WHERE s.user_id = "user"."id")`,
      proposals: sql<number>`(SELECT count(*) FROM member m WHERE m.user_id = "user"."id")`,
    })
    .from(user)
    .leftJoin(administrator, eq(administrator.userId, user.id))
    .leftJoin(disabledPerson, eq(disabledPerson.userId, user.id))
    .where(isNull(user.deletedAt))
    .orderBy(asc(user.createdAt), asc(user.id))
    .all();
}

/** The latest active first. `bytes` is what its document takes, with its snapshots and its files. */
export function listAllProposals(tx: Tx) {
  return tx
    .select({
      proposal,
      members: sql<number>`(SELECT count(*) FROM member m WHERE m.proposal_id = "proposal"."id")`,
      bytes: sql<number>`(SELECT coalesce(sum(length(u.bytes)), 0) FROM document_update u WHERE u.document_id = "proposal"."id")
        + (SELECT coalesce(sum(length(s.bytes) + coalesce(length(s.image), 0)), 0) FROM document_snapshot s
            WHERE s.document_id = "proposal"."id")
        + (SELECT coalesce(sum(f.size_bytes), 0) FROM organisation_document f
            JOIN organisation o ON o.id = f.organisation_id WHERE o.proposal_id = "proposal"."id")`,
    })
    .from(proposal)
    .orderBy(desc(proposal.activeAt), desc(proposal.id))
    .all();
}

/** Names by proposal. */
export function listCoordinators(tx: Tx): Map<string, string[]> {
  const rows = tx
    .select({ proposalId: member.proposalId, name: user.name })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(member.role, 'coordinator'))
    .orderBy(asc(member.joinedAt))
    .all();
  const names = new Map<string, string[]>();
  for (const { proposalId, name } of rows) names.set(proposalId, [...(names.get(proposalId) ?? []), name]);
  return names;
}

export function countJobs(tx: Tx): { waiting: number; failed: number } {
  const waiting = tx.select({ n: count() }).from(job).where(isNull(job.doneAt)).get()?.n ?? 0;
  const failed = tx.select({ n: count() }).from(job).where(ne(job.error, '')).get()?.n ?? 0;
  return { waiting, failed };
}

export function countFailedMails(tx: Tx): number {
  return (
    tx
      .select({ n: count() })
      .from(mail)
      .where(inArray(mail.delivery, ['failed', 'refused']))
      .get()?.n ?? 0
  );
}

/** Bytes of what organisations have handed in. */
export function uploadedBytes(tx: Tx): number {
  const all = sql<number>`coalesce(sum(${organisationDocument.sizeBytes}), 0)`;
  return tx.select({ bytes: all }).from(organisationDocument).get()?.bytes ?? 0;
}

/** Bytes of the database, also of pages that are free in it. */
export function databaseBytes({ driver }: Pick<Database, 'driver'>): number {
  const of = (name: string) => Number(driver.pragma(name, { simple: true }));
  return of('page_count') * of('page_size');
}
