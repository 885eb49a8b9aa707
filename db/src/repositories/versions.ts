// Versions of a proposal: their list, and what each root held in one of them. When one is kept is decided by the caller.
import { and, asc, desc, eq, isNotNull, isNull, lt, lte, max, min, sql } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { prepared } from '../prepared.ts';
import { documentClient, proposal, user } from '../schema.ts';
import { version, versionChange, versionPart, versionPending } from '../version-schema.ts';

export type VersionRow = typeof version.$inferSelect;

const { placeholder } = sql;

// With every text that somebody wrote.
const notePending = prepared((tx) =>
  tx
    .insert(versionPending)
    .values({
      proposalId: placeholder('proposalId'),
      userId: placeholder('userId'),
      root: placeholder('root'),
      firstAt: placeholder('at'),
      lastAt: placeholder('at'),
    })
    .onConflictDoUpdate({
      target: [versionPending.proposalId, versionPending.userId, versionPending.root],
      set: { lastAt: sql`excluded.last_at` },
    })
    .prepare(),
);

export function noteChange(tx: Tx, change: { proposalId: string; userId: string; root: string; at: number }): void {
  notePending(tx).run(change);
}

export interface Pending {
  proposalId: string;
  firstAt: number;
  lastAt: number;
}

/** Proposals with changes since their newest version. */
export function listPendingProposals(tx: Tx): Pending[] {
  const { proposalId, firstAt, lastAt } = versionPending;
  return tx
    .select({ proposalId, firstAt: min(firstAt), lastAt: max(lastAt) })
    .from(versionPending)
    .groupBy(proposalId)
    .all()
    .map((row) => ({ proposalId: row.proposalId, firstAt: row.firstAt ?? 0, lastAt: row.lastAt ?? 0 }));
}

/** Proposals that have none yet: those of before there were versions. */
export function listWithoutVersion(tx: Tx): string[] {
  return tx
    .select({ id: proposal.id })
    .from(proposal)
    .leftJoin(version, eq(version.proposalId, proposal.id))
    .where(isNull(version.id))
    .all()
    .map(({ id }) => id);
}

export function listPending(tx: Tx, proposalId: string) {
  return tx.select().from(versionPending).where(eq(versionPending.proposalId, proposalId)).all();
}

/** These are in a version now; one that somebody has added to since is not. */
export function settlePending(tx: Tx, rows: readonly (typeof versionPending.$inferSelect)[]): void {
  const { proposalId, userId, root, lastAt } = versionPending;
  for (const row of rows) {
    tx.delete(versionPending)
      .where(and(eq(proposalId, row.proposalId), eq(userId, row.userId), eq(root, row.root), eq(lastAt, row.lastAt)))
      .run();
  }
}

export function insertVersion(
  tx: Tx,
  row: VersionRow,
  changes: readonly { userId: string; root: string }[],
  parts: readonly { root: string; bytes: Buffer }[],
): void {
  tx.insert(version).values(row).run();
  for (const change of changes)
    tx.insert(versionChange)
      .values({ versionId: row.id, ...change })
      .run();
  for (const { root, bytes } of parts) {
    tx.insert(versionPart).values({ proposalId: row.proposalId, root, number: row.number, bytes }).run();
  }
}

export function newestVersion(tx: Tx, proposalId: string): VersionRow | undefined {
  return tx
    .select()
    .from(version)
    .where(eq(version.proposalId, proposalId))
    .orderBy(desc(version.number))
    .limit(1)
    .get();
}

export function findVersion(tx: Tx, proposalId: string, id: string): VersionRow | undefined {
  return tx
    .select()
    .from(version)
    .where(and(eq(version.proposalId, proposalId), eq(version.id, id)))
    .get();
}

export function nameVersion(tx: Tx, id: string, name: string | null, by: string, at: number): void {
  const naming = name === null ? { namedBy: null, namedAt: null } : { namedBy: by, namedAt: at };
  tx.update(version)
    .set({ name, ...naming })
    .where(eq(version.id, id))
    .run();
}

/** Newest first. @param before a number that they are below */
export function listVersions(
  tx: Tx,
  proposalId: string,
  { before, isNamed }: { before?: number | undefined; isNamed: boolean },
  limit: number,
): VersionRow[] {
  return tx
    .select()
    .from(version)
    .where(
      and(
        eq(version.proposalId, proposalId),
        before === undefined ? undefined : lt(version.number, before),
        isNamed ? isNotNull(version.name) : undefined,
      ),
    )
    .orderBy(desc(version.number))
    .limit(limit)
    .all();
}

export function changesOfVersion(tx: Tx, versionId: string): { userId: string; root: string }[] {
  const { userId, root } = versionChange;
  return tx
    .select({ userId, root })
    .from(versionChange)
    .where(eq(versionChange.versionId, versionId))
    .orderBy(asc(root), asc(userId))
    .all();
}

/** Which part is the one of a version, by root: the newest up to its number. */
export function partNumbers(tx: Tx, proposalId: string, number: number): Map<string, number> {
  const rows = tx
    .select({ root: versionPart.root, number: max(versionPart.number) })
    .from(versionPart)
    .where(and(eq(versionPart.proposalId, proposalId), lte(versionPart.number, number)))
    .groupBy(versionPart.root)
    .all();
  return new Map(rows.map((row) => [row.root, row.number ?? 0]));
}

export function findPart(tx: Tx, proposalId: string, root: string, number: number): Buffer | undefined {
  return tx
    .select({ bytes: versionPart.bytes })
    .from(versionPart)
    .where(and(eq(versionPart.proposalId, proposalId), eq(versionPart.root, root), eq(versionPart.number, number)))
    .get()?.bytes;
}

/** Whose a client id of a document is, and when it was first written under. */
export function clientsOf(tx: Tx, proposalId: string): { clientId: number; userId: string; at: number }[] {
  return tx
    .select({
      clientId: documentClient.clientId,
      userId: sql<string>`coalesce(${user.mergedInto}, ${documentClient.userId})`,
      at: documentClient.at,
    })
    .from(documentClient)
    .leftJoin(user, eq(user.id, documentClient.userId))
    .where(eq(documentClient.documentId, proposalId))
    .all();
}

/** Whose words were written under which client id of a document; of who turned out to be somebody else, that person. */
export const clientOwnersOf = (tx: Tx, proposalId: string): [number, string][] =>
  clientsOf(tx, proposalId).map(({ clientId, userId }) => [clientId, userId]);

/** Who has written in a document, under the ids that they had then. */
export function writersOf(tx: Tx, proposalId: string): string[] {
  const rows = tx
    .selectDistinct({ userId: documentClient.userId })
    .from(documentClient)
    .where(eq(documentClient.documentId, proposalId))
    .all();
  return rows.map(({ userId }) => userId);
}

/** Names as they are now, also of people who have left; of who turned out to be somebody else, that person's. */
export function namesOf(tx: Tx, ids: readonly string[]): { id: string; name: string }[] {
  const find = (id: string) =>
    tx.select({ name: user.name, mergedInto: user.mergedInto }).from(user).where(eq(user.id, id)).get();
  return ids.flatMap((id) => {
    const row = find(id);
    const known = row?.mergedInto ? find(row.mergedInto) : row;
    return known ? [{ id, name: known.name }] : [];
  });
}
