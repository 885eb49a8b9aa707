// What one person did since a moment, for who may write: whom there is to choose from, and what of theirs still stands. Changes nothing.
import { reachOf } from '@adagia/db/log/read-history';
import { listMergedInto } from '@adagia/db/repositories/merge-person';
import { clientOwnersOf, namesOf } from '@adagia/db/repositories/versions';
import { writersSince } from '@adagia/db/repositories/writers';
import type { listWriters as listWritersRoute, tracePerson as tracePersonRoute } from '@adagia/shared/api/undo-person';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import type { PersonTrace } from '@adagia/shared/versions/person-trace';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { TaskThread } from '../sync/task-thread.ts';
import { isMoreThanComments } from '../versions/tracing/more-than-comments.ts';
import type { TracingAnswer, TracingTask } from '../versions/tracing/tracing-worker.ts';
import { authorise } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';

/** One for all: whoever asks while another asks waits their turn, and the log of a month is read once at a time. */
const thread = new TaskThread<TracingTask, TracingAnswer | null>(
  new URL('../versions/tracing/tracing-worker.ts', import.meta.url),
);

export function listWriters(
  { database: { orm, driver } }: Deps,
  person: Person,
  proposalId: ProposalId,
  { since }: z.output<(typeof listWritersRoute)['body']>,
): z.input<(typeof listWritersRoute)['response']> {
  authorise(orm, person, proposalId, 'content.writeAll');
  const sinceMs = Date.parse(since);
  const reachAt = reachOf(driver, proposalId, sinceMs);
  const writers = writersSince(orm, proposalId, sinceMs, isMoreThanComments);
  const names = namesOf(
    orm,
    writers.map(({ userId }) => userId),
  );
  return {
    reachAt: reachAt === null ? null : iso(reachAt),
    people: writers.flatMap(({ userId, lastAt }) => {
      const name = names.find(({ id }) => id === userId)?.name;
      return name === undefined ? [] : [{ id: userId as UserId, name, lastAt: iso(lastAt) }];
    }),
  };
}

const namedIn = ({ answers, fields }: PersonTrace): string[] => [
  ...answers.flatMap(({ returned }) => returned.flatMap(({ by }) => by ?? [])),
  ...fields.flatMap(({ overtakenBy }) => overtakenBy || []),
];

/** @throws AppError log-incomplete where the log has faults, and nothing certain can be said */
export async function tracePerson(
  { database: { orm, driver }, now }: Deps,
  person: Person,
  { proposalId, userId }: z.output<(typeof tracePersonRoute)['params']>,
  { since, until: asked }: z.output<(typeof tracePersonRoute)['body']>,
): Promise<z.input<(typeof tracePersonRoute)['response']>> {
  authorise(orm, person, proposalId, 'content.writeAll');
  const personIds = [userId, ...listMergedInto(orm, userId)];
  const untilMs = asked === undefined ? now() : Date.parse(asked);
  const sinceMs = Date.parse(since);
  const owners = clientOwnersOf(orm, proposalId);
  const traced = await thread.ask({ file: driver.name, documentId: proposalId, personIds, sinceMs, untilMs, owners });
  if (!traced) throw new AppError('log-incomplete');
  const { reachAt, trace } = traced;
  const people = namesOf(orm, [...new Set([userId, ...namedIn(trace)])]) as { id: UserId; name: string }[];
  return { since: iso(Math.max(sinceMs, reachAt)), until: iso(untilMs), trace, people };
}
