// Reminders of what is due, over a clock that the test turns: a real inbox, real mails, one of each.
import * as evaluations from '@adagia/shared/api/evaluations';
import * as routes from '@adagia/shared/api/notices';
import { createThread, setTask, setThreadResolved } from '@adagia/shared/api/review';
import { type ThreadId, threadIdSchema, userIdSchema } from '@adagia/shared/ids';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { type CastPerson, newStage, type Stage } from '../testing/cast.ts';
import { type MailRoom, openMailRoom } from '../testing/mail-room.ts';
import { isTimeToRemind, remindOfDue } from './due-reminders.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
let room: MailRoom;
let stage: Stage;

beforeEach(async () => {
  room = await openMailRoom();
  stage = await newStage(room.server, room.cast);
  room.restart();
  await room.at(Date.now() + 6 * 60_000);
});
afterEach(() => room.dispose());

const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
/** Noon in Greenwich: a morning has begun in every zone of these people. */
const noonIn = (days: number): number => Date.parse(`${dayIn(days)}T12:00:00Z`);

async function giveTo(person: CastPerson, dueOn: string): Promise<ThreadId> {
  const { ana } = room.cast;
  const id = threadIdSchema.parse(uuidv7());
  const target = { kind: 'section' as const, sectionId: 'relevance' };
  await ask(ana, createThread, stage, { id, target, body: 'Whose figures?' });
  await give(id, person, dueOn);
  return id;
}
const give = (threadId: ThreadId, { id }: CastPerson, dueOn: string) =>
  ask(
    room.cast.ana,
    setTask,
    { ...stage, threadId },
    { assigneeId: userIdSchema.parse(id), assigneeOrganisationId: null, dueOn },
  );
const dueFor = async (person: CastPerson) =>
  (await ask(person, routes.listNotices, {}, {})).notices.filter(({ kind }) => kind.endsWith('-due'));
/** By itself, or as a line of the daily summary where that leaves in the same moment. */
function mailsTo(address: string, what = /still\s+open|not\s+submitted/): number {
  const lines = room.post.received
    .filter(({ to }) => to === address)
    .map(({ source }) => source.replaceAll(/=\r?\n/g, ''));
  return lines.filter((source) => what.test(source)).length;
}

test.each([
  ['2027-03-03T06:59:00Z', false],
  ['2027-03-03T07:00:00Z', true],
  ['2027-03-04T22:00:00Z', true],
  ['2027-03-11T12:00:00Z', true],
  ['2027-03-12T12:00:00Z', false],
])('for 4 March it is told in Brussels from eight on the day before, and a week late at most: %s', (at, isTime) => {
  expect(isTimeToRemind('2027-03-04', 'Europe/Brussels', Date.parse(at))).toBe(isTime);
});

test('a task is told of on the day before, in the bell and by mail, once, also where the clock jumps back', async () => {
  const { ben } = room.cast;
  const thread = await giveTo(ben, dayIn(5));
  await room.at(noonIn(3));
  expect(await dueFor(ben)).toEqual([]);
  await room.at(noonIn(4));
  await room.at(noonIn(4) + HOUR_MS);
  expect(await dueFor(ben)).toMatchObject([{ kind: 'task-due', target: thread, data: { dueOn: dayIn(5) } }]);
  expect(mailsTo('ben@example.org')).toBe(1);
  for (const now of [noonIn(3), noonIn(4), noonIn(9)])
    remindOfDue({ ...room.deps, now: () => now }, room.deps.database);
  expect(await dueFor(ben)).toHaveLength(1);
});

test('where the server slept over the day it is told afterwards; another day is told of anew', async () => {
  const { ben } = room.cast;
  const thread = await giveTo(ben, dayIn(5));
  await room.at(noonIn(8));
  expect(await dueFor(ben)).toHaveLength(1);
  await give(thread, ben, dayIn(11));
  await room.at(noonIn(10));
  expect((await dueFor(ben)).map(({ data }) => data.dueOn)).toEqual([dayIn(11)]);
});

test('nobody is told of what is settled, of what was given to them today, and by mail who wants none', async () => {
  const { ana, ben, eve } = room.cast;
  const settled = await giveTo(ben, dayIn(5));
  await ask(ana, setThreadResolved, { ...stage, threadId: settled }, { isResolved: true });
  await ask(eve, routes.changeNoticeSettings, {}, { hasImmediate: false });
  await giveTo(eve, dayIn(5));
  await room.at(noonIn(4));
  await room.at(noonIn(4) + HOUR_MS);
  expect([await dueFor(ben), mailsTo('ben@example.org')]).toEqual([[], 0]);
  expect([(await dueFor(eve)).length, mailsTo('eve@example.org', /settle\s+is\s+due/)]).toEqual([1, 0]);
});

test('an evaluator who has not submitted is told before the round is due; who has, and who left, are not', async () => {
  const { ana, ben, eve } = room.cast;
  const round = await ask(ana, evaluations.openRound, stage, {
    copy: { name: 'Before the deadline' },
    dueOn: dayIn(5),
    isAnonymous: false,
    evaluatorIds: [ben.id, eve.id] as never,
  });
  const at = { ...stage, roundId: round.id };
  for (const criterionId of ['relevance', 'design', 'partnership', 'impact']) {
    await ask(eve, evaluations.saveScore, { ...at, criterionId }, { points: 15, comment: 'Clear.' });
  }
  await ask(eve, evaluations.submitEvaluation, at, {});
  await room.at(noonIn(4));
  await room.at(noonIn(4) + HOUR_MS);
  expect(await dueFor(ben)).toMatchObject([{ kind: 'evaluation-due', target: round.id }]);
  expect([mailsTo('ben@example.org'), (await dueFor(eve)).length]).toEqual([1, 0]);
});
