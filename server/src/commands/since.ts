// Since I was here: a visit is told by the page while somebody looks at it, kept with the clock of the server, and ends when nothing
// was heard for half an hour. A reload and a second tab go on with the same one.
import type { Tx } from '@adagia/db/open-database';
import { namesOf, newestVersion } from '@adagia/db/repositories/versions';
import {
  type Change,
  changesAfter,
  commentsAfter,
  findVisit,
  saveVisit,
  type VisitRow,
  versionAt,
} from '@adagia/db/repositories/visits';
import {
  type listSince as listSinceRoute,
  type noteVisit as noteVisitRoute,
  SINCE_COMMENTS_MAX,
} from '@adagia/shared/api/since';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { PEOPLE_ROOT } from '@adagia/shared/versions/version-part';
import type { z } from 'zod';
import { keepVersion } from '../versions/keep-versions.ts';
import { authorise } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { compareWithNow, presentVersion } from './versions.ts';

/** Milliseconds without a sign behind which somebody comes back: longer than a telephone call, shorter than lunch. */
const AWAY_MS = 30 * 60 * 1000;
const LONG_MS = 24 * 60 * 60 * 1000;
/** Milliseconds between two versions that are kept because somebody turns away: people look at their mails all the time. */
const KEEP_EVERY_MS = 5 * 60 * 1000;
/** Letters of a comment in a line. */
const WORDS_MAX = 160;

function continued(row: VisitRow | undefined, userId: string, proposalId: string, at: number): VisitRow {
  if (!row) return { userId, proposalId, startedAt: at, lastAt: at, sinceAt: null, seenAt: null };
  if (at - row.lastAt < AWAY_MS) return { ...row, lastAt: Math.max(at, row.lastAt) };
  // What was never looked at is still news, with what came behind it.
  const isUnseen = row.sinceAt !== null && row.seenAt === null;
  return { ...row, startedAt: at, lastAt: at, sinceAt: isUnseen ? row.sinceAt : row.lastAt, seenAt: null };
}

interface SinceThen {
  version: NonNullable<ReturnType<typeof versionAt>>;
  changes: Change[];
  comments: ReturnType<typeof commentsAfter>;
}

function sinceThen(tx: Tx, { userId, proposalId, sinceAt }: VisitRow): SinceThen | null {
  const version = sinceAt === null ? undefined : versionAt(tx, proposalId, sinceAt);
  if (sinceAt === null || !version) return null;
  const changes = changesAfter(tx, proposalId, version.number).filter((change) => change.userId !== userId);
  return { version, changes, comments: commentsAfter(tx, proposalId, userId, sinceAt, SINCE_COMMENTS_MAX) };
}

const people = (tx: Tx, ids: Iterable<string>) => namesOf(tx, [...new Set(ids)]) as { id: UserId; name: string }[];

const authorsOf = ({ changes, comments }: SinceThen): string[] => [
  ...changes.map((change) => change.userId),
  ...comments.map(({ comment }) => comment.authorId),
];

/** So that what changes from now on is told apart from what they have seen. */
async function keepForLeaving(deps: Deps, proposalId: ProposalId): Promise<void> {
  const newest = newestVersion(deps.database.orm, proposalId);
  if (newest && deps.now() - newest.at < KEEP_EVERY_MS) return;
  deps.recordChanges();
  await keepVersion(deps, proposalId);
}

export async function noteVisit(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  { isLeaving }: z.output<(typeof noteVisitRoute)['body']>,
): Promise<z.input<(typeof noteVisitRoute)['response']>> {
  const { database, now, recordChanges } = deps;
  authorise(database.orm, person, proposalId, 'timeline.read');
  if (isLeaving) await keepForLeaving(deps, proposalId);
  else recordChanges();
  const { userId } = person;
  return database.transaction((tx) => {
    const row = continued(findVisit(tx, userId, proposalId), userId, proposalId, now());
    saveVisit(tx, row);
    const then = row.seenAt === null ? sinceThen(tx, row) : null;
    return {
      sinceAt: row.sinceAt === null ? null : iso(row.sinceAt),
      isLong: row.sinceAt !== null && row.startedAt - row.sinceAt > LONG_MS,
      isSeen: row.seenAt !== null,
      people: then ? people(tx, authorsOf(then)) : [],
      changes: new Set(then?.changes.map(({ root }) => root)).size,
      comments: then?.comments.length ?? 0,
    };
  });
}

export function markVisitSeen({ database, now }: Deps, person: Person, proposalId: ProposalId): { ok: true } {
  database.transaction((tx) => {
    authorise(tx, person, proposalId, 'timeline.read');
    const row = findVisit(tx, person.userId, proposalId);
    if (row) saveVisit(tx, { ...row, seenAt: now() });
  });
  return { ok: true };
}

export async function listSince(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
): Promise<z.input<(typeof listSinceRoute)['response']>> {
  const { orm } = deps.database;
  authorise(orm, person, proposalId, 'timeline.read');
  deps.recordChanges();
  const row = findVisit(orm, person.userId, proposalId);
  const then = row && sinceThen(orm, row);
  if (!row?.sinceAt || !then) return null;
  const parts = (await compareWithNow(deps, proposalId, then.version)).map((part) => ({
    ...part,
    by: then.changes.filter(({ root }) => root === part.root).map(({ userId }) => userId as UserId),
  }));
  const authors = parts.flatMap(({ before, after }) =>
    [before, after].flatMap((part) => (part?.kind === 'text' ? part.authors : [])),
  );
  return {
    sinceAt: iso(row.sinceAt),
    version: presentVersion(orm, then.version),
    // Who takes part is kept in SQL, without who changed it.
    parts: parts.filter(({ root, by }) => by.length > 0 || root === PEOPLE_ROOT),
    comments: then.comments.map(({ comment, target }) => ({
      threadId: comment.threadId as never,
      target: target as never,
      by: comment.authorId as UserId,
      at: iso(comment.createdAt),
      words: comment.body.slice(0, WORDS_MAX),
    })),
    people: people(orm, [...authorsOf(then), ...authors]),
  };
}
