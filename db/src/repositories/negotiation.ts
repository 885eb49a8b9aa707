// Who proposed, offered and took which figure last, and what each organisation has agreed to.
import { and, asc, desc, eq, isNull, like, or, sql } from 'drizzle-orm';
import { columnAgreement, figureChange } from '../figure-schema.ts';
import type { Tx } from '../open-database.ts';
import { organisation, user } from '../schema.ts';

export type ColumnAgreementRow = typeof columnAgreement.$inferSelect;

/** The last change of each key that ends so, without what lost against another of the same moment. */
export function listLatestChanges(tx: Tx, proposalId: string, endings: readonly string[]) {
  const { cell, at, id, overtaken } = figureChange;
  const ranked = tx
    .select({
      id,
      place: sql<number>`row_number() over (partition by ${cell} order by ${at} desc, ${id} desc)`.as('place'),
    })
    .from(figureChange)
    .where(
      and(
        eq(figureChange.proposalId, proposalId),
        isNull(overtaken),
        or(...endings.map((ending) => like(cell, `%${ending}`))),
      ),
    )
    .as('ranked');
  return tx
    .select({ change: figureChange, actorName: user.name })
    .from(ranked)
    .innerJoin(figureChange, eq(figureChange.id, ranked.id))
    .innerJoin(user, eq(user.id, figureChange.actorId))
    .where(eq(ranked.place, 1))
    .orderBy(asc(cell))
    .all();
}

export function insertAgreement(tx: Tx, row: ColumnAgreementRow): void {
  tx.insert(columnAgreement).values(row).run();
}

/** Newest first, of all organisations of a proposal. */
export function listAgreements(tx: Tx, proposalId: string) {
  return tx
    .select({ agreement: columnAgreement, name: user.name })
    .from(columnAgreement)
    .innerJoin(organisation, eq(organisation.id, columnAgreement.organisationId))
    .innerJoin(user, eq(user.id, columnAgreement.userId))
    .where(eq(organisation.proposalId, proposalId))
    .orderBy(desc(columnAgreement.at), desc(columnAgreement.id))
    .all();
}

export function deleteAgreementsOf(tx: Tx, organisationId: string): void {
  tx.delete(columnAgreement).where(eq(columnAgreement.organisationId, organisationId)).run();
}
