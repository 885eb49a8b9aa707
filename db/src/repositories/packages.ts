// What was in each dated package of a proposal, and who made it when.
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { proposalPackage } from '../package-schema.ts';

export type PackageRow = typeof proposalPackage.$inferSelect;

export function insertPackage(tx: Tx, row: PackageRow): void {
  tx.insert(proposalPackage).values(row).run();
}

/** Newest first. */
export function listPackages(tx: Tx, proposalId: string): PackageRow[] {
  return tx
    .select()
    .from(proposalPackage)
    .where(eq(proposalPackage.proposalId, proposalId))
    .orderBy(desc(proposalPackage.madeAt), desc(proposalPackage.id))
    .all();
}

export function listPackagesOf(tx: Tx, versionId: string): PackageRow[] {
  return tx
    .select()
    .from(proposalPackage)
    .where(eq(proposalPackage.versionId, versionId))
    .orderBy(proposalPackage.madeAt, proposalPackage.id)
    .all();
}

export function findPackage(tx: Tx, proposalId: string, id: string): PackageRow | undefined {
  return tx
    .select()
    .from(proposalPackage)
    .where(and(eq(proposalPackage.proposalId, proposalId), eq(proposalPackage.id, id)))
    .get();
}

/** The first one with these files. */
export function findPackageByHash(tx: Tx, proposalId: string, hash: string): PackageRow | undefined {
  return tx
    .select()
    .from(proposalPackage)
    .where(and(eq(proposalPackage.proposalId, proposalId), eq(proposalPackage.hash, hash)))
    .orderBy(proposalPackage.madeAt)
    .limit(1)
    .get();
}
