// What happened in a proposal, newest first. Grouping is decided by the caller; this stores and finds.
import { and, desc, eq, gte, lt, or, type SQL } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { timeline, user } from '../schema.ts';

export type TimelineRow = typeof timeline.$inferSelect;

export function insertEntry(tx: Tx, row: TimelineRow): void {
  tx.insert(timeline).values(row).run();
}

export function updateEntry(tx: Tx, id: string, change: Pick<TimelineRow, 'at' | 'data'>): void {
  tx.update(timeline).set(change).where(eq(timeline.id, id)).run();
}

export function deleteEntry(tx: Tx, id: string): void {
  tx.delete(timeline).where(eq(timeline.id, id)).run();
}

/** The entry of one person on one target that began at `since` or later: the one that a further edit joins. */
export function findOpenEntry(
  tx: Tx,
  wanted: { proposalId: string; actorId: string; kind: string; target: string; since: number },
): TimelineRow | undefined {
  return tx
    .select()
    .from(timeline)
    .where(
      and(
        eq(timeline.proposalId, wanted.proposalId),
        gte(timeline.at, wanted.since),
        eq(timeline.actorId, wanted.actorId),
        eq(timeline.kind, wanted.kind),
        eq(timeline.target, wanted.target),
      ),
    )
    .orderBy(desc(timeline.at), desc(timeline.id))
    .limit(1)
    .get();
}

export interface TimelineFilter {
  actorId?: string | undefined;
  organisationId?: string | undefined;
  sectionId?: string | undefined;
  kind?: string | undefined;
  /** Entries after this place in the list, that is, older ones. */
  before?: { at: number; id: string } | undefined;
}

function conditions(proposalId: string, filter: TimelineFilter): (SQL | undefined)[] {
  const { before } = filter;
  return [
    eq(timeline.proposalId, proposalId),
    filter.actorId ? eq(timeline.actorId, filter.actorId) : undefined,
    filter.organisationId ? eq(timeline.organisationId, filter.organisationId) : undefined,
    filter.sectionId ? eq(timeline.sectionId, filter.sectionId) : undefined,
    filter.kind ? eq(timeline.kind, filter.kind) : undefined,
    before ? or(lt(timeline.at, before.at), and(eq(timeline.at, before.at), lt(timeline.id, before.id))) : undefined,
  ];
}

export function listEntries(tx: Tx, proposalId: string, filter: TimelineFilter, limit: number) {
  return tx
    .select({ entry: timeline, actorName: user.name })
    .from(timeline)
    .leftJoin(user, eq(user.id, timeline.actorId))
    .where(and(...conditions(proposalId, filter)))
    .orderBy(desc(timeline.at), desc(timeline.id))
    .limit(limit)
    .all();
}
