// What happened in a proposal, newest first. Grouping is decided by the caller; this stores and finds.
import { and, desc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../open-database.ts';
import { placeholders, prepared } from '../prepared.ts';
import { timeline, user } from '../schema.ts';

export type TimelineRow = typeof timeline.$inferSelect;

// What is asked with every text that somebody wrote is prepared.
const { placeholder } = sql;

const insertOne = prepared((tx) => tx.insert(timeline).values(placeholders(timeline)).prepare());

export function insertEntry(tx: Tx, row: TimelineRow): void {
  insertOne(tx).run({ ...row });
}

const updateOne = prepared((tx) =>
  tx
    .update(timeline)
    .set({ at: sql`${placeholder('at')}`, data: sql`${placeholder('data')}` })
    .where(eq(timeline.id, placeholder('id')))
    .prepare(),
);

export function updateEntry(tx: Tx, id: string, { at, data }: Pick<TimelineRow, 'at' | 'data'>): void {
  updateOne(tx).run({ id, at, data: JSON.stringify(data) });
}

export function deleteEntry(tx: Tx, id: string): void {
  tx.delete(timeline).where(eq(timeline.id, id)).run();
}

const openEntry = prepared((tx) =>
  tx
    .select()
    .from(timeline)
    .where(
      and(
        eq(timeline.proposalId, placeholder('proposalId')),
        gte(timeline.at, placeholder('since')),
        eq(timeline.actorId, placeholder('actorId')),
        eq(timeline.kind, placeholder('kind')),
        eq(timeline.target, placeholder('target')),
      ),
    )
    .orderBy(desc(timeline.at), desc(timeline.id))
    .limit(1)
    .prepare(),
);

/** The entry of one person on one target that began at `since` or later: the one that a further edit joins. */
export function findOpenEntry(
  tx: Tx,
  wanted: { proposalId: string; actorId: string; kind: string; target: string; since: number },
): TimelineRow | undefined {
  return openEntry(tx).get(wanted);
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
