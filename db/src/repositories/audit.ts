// The record of rights: added to and read, never changed. Names are those of today, so that one that was taken out stays out.
import { and, desc, eq, gte, like, lt, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { audit } from '../audit-schema.ts';
import type { Tx } from '../open-database.ts';
import { proposal, user } from '../schema.ts';

export type AuditRow = typeof audit.$inferSelect;

export function insertAudit(tx: Tx, row: AuditRow): void {
  tx.insert(audit).values(row).run();
}

export interface AuditFilter {
  /** null: of the whole installation. */
  proposalId: string | null;
  /** Who did it, or whom it was done to. */
  personId?: string | undefined;
  /** One kind, or a family of them: `member` is every `member.…`. */
  kind?: string | undefined;
  /** Milliseconds: from this moment on, and before that one. */
  since?: number | undefined;
  until?: number | undefined;
  /** A place in the list: older entries only. */
  before?: { at: number; id: string } | undefined;
}

function conditions({ proposalId, personId, kind, since, until, before }: AuditFilter): (SQL | undefined)[] {
  return [
    proposalId === null ? undefined : eq(audit.proposalId, proposalId),
    personId ? or(eq(audit.actorId, personId), eq(audit.personId, personId)) : undefined,
    kind ? or(eq(audit.kind, kind), like(audit.kind, `${kind}.%`)) : undefined,
    since === undefined ? undefined : gte(audit.at, since),
    until === undefined ? undefined : lt(audit.at, until),
    before ? or(lt(audit.at, before.at), and(eq(audit.at, before.at), lt(audit.id, before.id))) : undefined,
  ];
}

/** Newest first. */
export function listAudit(tx: Tx, filter: AuditFilter, limit: number) {
  const actor = alias(user, 'actor');
  const person = alias(user, 'person');
  return tx
    .select({
      entry: audit,
      actorName: actor.name,
      personName: person.name,
      proposalTitle: proposal.title,
      acronym: proposal.acronym,
    })
    .from(audit)
    .leftJoin(actor, eq(actor.id, audit.actorId))
    .leftJoin(person, eq(person.id, audit.personId))
    .leftJoin(proposal, eq(proposal.id, audit.proposalId))
    .where(and(...conditions(filter)))
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(limit)
    .all();
}
