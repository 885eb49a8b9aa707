// The inbox, follows, what was seen, and how people want to be told.
import { and, asc, desc, eq, gt, inArray, isNull, lte, notInArray, sql } from 'drizzle-orm';
import { notice, noticeSettings, sectionFollow, sectionSeen } from '../notice-schema.ts';
import type { Tx } from '../open-database.ts';
import { answerState, member, proposal, timeline, user } from '../schema.ts';

export type NoticeRow = typeof notice.$inferSelect;
export type NoticeSettingsRow = typeof noticeSettings.$inferSelect;

export function insertNotice(tx: Tx, row: NoticeRow): void {
  tx.insert(notice).values(row).run();
}

export function findNotice(tx: Tx, id: string): NoticeRow | undefined {
  return tx.select().from(notice).where(eq(notice.id, id)).get();
}

/** With what is needed to say whether they may still be read. */
const shown = {
  notice,
  proposal,
  role: member.role,
  actorName: user.name,
};

/** Newest first; of proposals that the person is in, and that are not in the bin. */
export function listNotices(tx: Tx, userId: string, limit: number) {
  return tx
    .select(shown)
    .from(notice)
    .innerJoin(proposal, and(eq(proposal.id, notice.proposalId), isNull(proposal.deletedAt)))
    .innerJoin(member, and(eq(member.proposalId, notice.proposalId), eq(member.userId, notice.userId)))
    .leftJoin(user, eq(user.id, notice.actorId))
    .where(eq(notice.userId, userId))
    .orderBy(desc(notice.at), desc(notice.id))
    .limit(limit)
    .all();
}

/** Neither seen nor mailed. Oldest first. */
export function listUntold(tx: Tx, userId: string, until: number) {
  return tx
    .select(shown)
    .from(notice)
    .innerJoin(proposal, and(eq(proposal.id, notice.proposalId), isNull(proposal.deletedAt)))
    .innerJoin(member, and(eq(member.proposalId, notice.proposalId), eq(member.userId, notice.userId)))
    .leftJoin(user, eq(user.id, notice.actorId))
    .where(and(eq(notice.userId, userId), isNull(notice.seenAt), isNull(notice.mailedAt), lte(notice.at, until)))
    .orderBy(asc(notice.at), asc(notice.id))
    .all();
}

export function markSeen(tx: Tx, userId: string, at: number, ids?: readonly string[]): void {
  const which = ids ? inArray(notice.id, [...ids]) : undefined;
  tx.update(notice)
    .set({ seenAt: at })
    .where(and(eq(notice.userId, userId), isNull(notice.seenAt), which))
    .run();
}

/** Of threads: a card that nobody opened is not read because its section was on the screen. */
const kindsOfThreads = ['mention', 'reply', 'task', 'task-due', 'done'];

/** What leads to a place is seen with the place. */
export function markSeenAt(
  tx: Tx,
  userId: string,
  at: number,
  where: { proposalId: string; sectionId: string } | { proposalId: string; target: string },
): void {
  const place =
    'target' in where
      ? eq(notice.target, where.target)
      : and(eq(notice.sectionId, where.sectionId), notInArray(notice.kind, kindsOfThreads));
  tx.update(notice)
    .set({ seenAt: at })
    .where(and(eq(notice.userId, userId), eq(notice.proposalId, where.proposalId), isNull(notice.seenAt), place))
    .run();
}

/** What nobody has seen yet and is not so any more. */
export function forgetUnseen(
  tx: Tx,
  { proposalId, target, kind }: Record<'proposalId' | 'target' | 'kind', string>,
): void {
  const isOfIt = and(eq(notice.proposalId, proposalId), eq(notice.target, target), eq(notice.kind, kind));
  tx.delete(notice)
    .where(and(isOfIt, isNull(notice.seenAt)))
    .run();
}

/** Of a thread that is gone. */
export function forgetNoticesOf(tx: Tx, proposalId: string, threadId: string): void {
  const isOfIt = and(eq(notice.target, threadId), inArray(notice.kind, kindsOfThreads));
  tx.delete(notice)
    .where(and(eq(notice.proposalId, proposalId), isOfIt))
    .run();
}

export function markMailed(tx: Tx, ids: readonly string[], at: number): void {
  tx.update(notice)
    .set({ mailedAt: at })
    .where(inArray(notice.id, [...ids]))
    .run();
}

/** Waiting to be read: the same again would say nothing new. */
export function hasUnseenNotice(
  tx: Tx,
  { userId, proposalId, kind, target }: Pick<NoticeRow, 'userId' | 'proposalId' | 'kind' | 'target'>,
): boolean {
  const isTheSame = and(eq(notice.kind, kind), eq(notice.target, target), isNull(notice.seenAt));
  const row = tx
    .select({ id: notice.id })
    .from(notice)
    .where(and(eq(notice.userId, userId), eq(notice.proposalId, proposalId), isTheSame))
    .get();
  return row !== undefined;
}

/** Of this kind, with this in `data.days`: told once. */
export function hasDeadlineNotice(tx: Tx, userId: string, proposalId: string, deadline: string, days: number): boolean {
  const row = tx
    .select({ id: notice.id })
    .from(notice)
    .where(
      and(
        eq(notice.userId, userId),
        eq(notice.proposalId, proposalId),
        eq(notice.kind, 'deadline'),
        sql`json_extract(${notice.data}, '$.days') = ${days} AND json_extract(${notice.data}, '$.deadline') = ${deadline}`,
      ),
    )
    .get();
  return row !== undefined;
}

/** Told once of each day that it is due on. */
export function hasDueNotice(
  tx: Tx,
  told: Pick<NoticeRow, 'userId' | 'proposalId' | 'kind' | 'target'>,
  dueOn: string,
): boolean {
  const isOfIt = and(eq(notice.userId, told.userId), eq(notice.proposalId, told.proposalId));
  const isSame = and(eq(notice.kind, told.kind), eq(notice.target, told.target));
  const isDay = sql`json_extract(${notice.data}, '$.dueOn') = ${dueOn}`;
  return (
    tx
      .select({ id: notice.id })
      .from(notice)
      .where(and(isOfIt, isSame, isDay))
      .get() !== undefined
  );
}

export function saveSectionSeen(tx: Tx, row: typeof sectionSeen.$inferSelect): void {
  tx.insert(sectionSeen)
    .values(row)
    .onConflictDoUpdate({
      target: [sectionSeen.userId, sectionSeen.proposalId, sectionSeen.sectionId],
      set: { at: row.at },
    })
    .run();
}

/** @returns when each section of a proposal was last on their screen */
export function listSectionsSeen(tx: Tx, userId: string, proposalId: string): Map<string, number> {
  const rows = tx
    .select()
    .from(sectionSeen)
    .where(and(eq(sectionSeen.userId, userId), eq(sectionSeen.proposalId, proposalId)))
    .all();
  return new Map(rows.map(({ sectionId, at }) => [sectionId, at]));
}

export function saveFollow(tx: Tx, row: typeof sectionFollow.$inferSelect): void {
  const { isFollowed, at } = row;
  tx.insert(sectionFollow)
    .values(row)
    .onConflictDoUpdate({
      target: [sectionFollow.userId, sectionFollow.proposalId, sectionFollow.sectionId],
      set: { isFollowed, at },
    })
    .run();
}

export function listChosenFollows(tx: Tx, userId: string, proposalId: string): Map<string, boolean> {
  const rows = tx
    .select()
    .from(sectionFollow)
    .where(and(eq(sectionFollow.userId, userId), eq(sectionFollow.proposalId, proposalId)))
    .all();
  return new Map(rows.map(({ sectionId, isFollowed }) => [sectionId, isFollowed]));
}

/** Sections in which they did anything. */
export function listOwnSections(tx: Tx, userId: string, proposalId: string): Set<string> {
  const rows = tx
    .selectDistinct({ sectionId: timeline.sectionId })
    .from(timeline)
    .where(and(eq(timeline.proposalId, proposalId), eq(timeline.actorId, userId)))
    .all();
  return new Set(rows.map(({ sectionId }) => sectionId));
}

export function listOwnedKeys(tx: Tx, userId: string, proposalId: string): string[] {
  return tx
    .select({ key: answerState.key })
    .from(answerState)
    .where(and(eq(answerState.proposalId, proposalId), eq(answerState.ownerId, userId)))
    .all()
    .map(({ key }) => key);
}

/** What others did in it since then and until then, in sections of the form. */
export function listChangesByOthers(tx: Tx, userId: string, proposalId: string, since: number, until: number) {
  return tx
    .select({ sectionId: timeline.sectionId, at: timeline.at, actorId: timeline.actorId, name: user.name })
    .from(timeline)
    .innerJoin(user, eq(user.id, timeline.actorId))
    .where(
      and(
        eq(timeline.proposalId, proposalId),
        gt(timeline.at, since),
        lte(timeline.at, until),
        sql`${timeline.actorId} <> ${userId}`,
        sql`${timeline.sectionId} <> ''`,
      ),
    )
    .orderBy(asc(timeline.at), asc(timeline.id))
    .all();
}

export function findNoticeSettings(tx: Tx, userId: string): NoticeSettingsRow | undefined {
  return tx.select().from(noticeSettings).where(eq(noticeSettings.userId, userId)).get();
}

export function saveNoticeSettings(tx: Tx, row: NoticeSettingsRow): void {
  tx.insert(noticeSettings).values(row).onConflictDoUpdate({ target: noticeSettings.userId, set: row }).run();
}

/** Members of anything who have no settings yet, with when they first came. */
export function listUnsettled(tx: Tx): { userId: string; joinedAt: number }[] {
  return tx
    .select({ userId: member.userId, joinedAt: sql<number>`min(${member.joinedAt})` })
    .from(member)
    .leftJoin(noticeSettings, eq(noticeSettings.userId, member.userId))
    .where(isNull(noticeSettings.userId))
    .groupBy(member.userId)
    .all();
}

export function listDueDigests(tx: Tx, now: number): string[] {
  return tx
    .select({ userId: noticeSettings.userId })
    .from(noticeSettings)
    .where(lte(noticeSettings.nextDigestAt, now))
    .all()
    .map(({ userId }) => userId);
}
