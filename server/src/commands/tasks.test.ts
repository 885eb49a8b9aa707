// Threads that somebody is to settle, the signs beside comments, and what comments said before.
import { answerKey } from '@adagia/shared/answer-key';
import { listNotices } from '@adagia/shared/api/notices';
import * as people from '@adagia/shared/api/people';
import * as review from '@adagia/shared/api/review';
import { listMyTasks } from '@adagia/shared/api/tasks';
import { organisationIdSchema, type ThreadId, threadIdSchema, userIdSchema } from '@adagia/shared/ids';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { ask, refusal } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let cast: People;
let stage: Stage;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
beforeEach(async () => {
  stage = await newStage(server, cast);
});
afterAll(() => server.dispose());

const target = { kind: 'question' as const, key: answerKey('motivation') };
const nobody = { assigneeId: null, assigneeOrganisationId: null, dueOn: '' };
const to = ({ id }: CastPerson, dueOn = '') => ({ ...nobody, assigneeId: userIdSchema.parse(id), dueOn });
const newId = () => threadIdSchema.parse(uuidv7());

function open(person: CastPerson, body = 'Who writes this?') {
  return ask(person, review.createThread, { proposalId: stage.proposalId }, { id: newId(), target, body });
}
const placeOf = (threadId: ThreadId) => ({ proposalId: stage.proposalId, threadId });
const give = (by: CastPerson, id: ThreadId, task: z.input<typeof review.setTask.body>) =>
  ask(by, review.setTask, placeOf(id), task);
const noticesOf = async (person: CastPerson) => {
  const { notices } = await ask(person, listNotices, {}, {});
  return notices.filter(({ proposalId }) => proposalId === stage.proposalId);
};
const tasksOf = async (person: CastPerson) => {
  const tasks = await ask(person, listMyTasks, {}, {});
  return tasks.filter(({ proposalId }) => proposalId === stage.proposalId);
};

test('a thread that is given to somebody is their task until it is resolved; both are told', async () => {
  const { id } = await open(cast.eve, 'Who writes this?');
  const given = await give(cast.eve, id, to(cast.ben, '2027-01-15'));
  expect(given.task).toMatchObject({ assigneeId: cast.ben.id, assigneeName: 'Ben', dueOn: '2027-01-15' });
  expect((await noticesOf(cast.ben))[0]).toMatchObject({ kind: 'task', target: id, data: { dueOn: '2027-01-15' } });
  expect(await tasksOf(cast.ben)).toMatchObject([
    { threadId: id, excerpt: 'Who writes this?', dueOn: '2027-01-15', isOfOrganisation: false, assignedByName: 'Eve' },
  ]);
  expect(await tasksOf(cast.eve)).toEqual([]);
  await ask(cast.ben, review.setThreadResolved, placeOf(id), { isResolved: true });
  expect(await tasksOf(cast.ben)).toEqual([]);
  expect((await noticesOf(cast.eve))[0]).toMatchObject({ kind: 'done', target: id });
  await ask(cast.ben, review.setThreadResolved, placeOf(id), { isResolved: false });
  expect(await tasksOf(cast.ben), 'reopened it is one again').toHaveLength(1);
});

test('who may only comment settles what is theirs to settle, and nothing else', async () => {
  const { id } = await open(cast.ana);
  const done = { isResolved: true };
  expect((await refusal(cast.eve, review.setThreadResolved, placeOf(id), done)).code).toBe('forbidden');
  await give(cast.ana, id, to(cast.eve));
  expect((await ask(cast.eve, review.setThreadResolved, placeOf(id), done)).resolvedBy).toBe(cast.eve.id);
});

test('given to somebody else it is theirs, and the news of it is nobody else’s', async () => {
  const { id } = await open(cast.eve);
  await give(cast.eve, id, to(cast.ben));
  await give(cast.eve, id, to(cast.ana));
  expect((await noticesOf(cast.ben)).filter(({ kind }) => kind === 'task')).toEqual([]);
  expect((await noticesOf(cast.ana)).filter(({ kind }) => kind === 'task')).toHaveLength(1);
  expect([await tasksOf(cast.ben), (await tasksOf(cast.ana)).length]).toEqual([[], 1]);
  await give(cast.eve, id, to(cast.ana));
  expect(
    (await noticesOf(cast.ana)).filter(({ kind }) => kind === 'task'),
    'the same again tells nobody',
  ).toHaveLength(1);
  const taken = await give(cast.eve, id, { ...nobody, dueOn: '2027-01-15' });
  expect(taken.task).toBe(null);
});

test('what is given to an organisation is the task of all of its people', async () => {
  const { id } = await open(cast.eve);
  const organisationId = organisationIdSchema.parse(stage.organisationId);
  await give(cast.eve, id, { ...nobody, assigneeOrganisationId: organisationId });
  const { members } = await ask(cast.ana, people.getProposal, { proposalId: stage.proposalId }, {});
  for (const person of [cast.ana, cast.ben, cast.eve]) {
    const isOfIt = members.some((one) => one.userId === person.id && one.organisationId === organisationId);
    expect(await tasksOf(person), person.name).toHaveLength(isOfIt ? 1 : 0);
  }
});

test('a task goes to people and organisations of the proposal alone, and no day is no date', async () => {
  const { id } = await open(cast.eve);
  const strangers = [
    { ...nobody, assigneeId: userIdSchema.parse('a'.repeat(32)) },
    { ...nobody, assigneeOrganisationId: organisationIdSchema.parse(uuidv7()) },
  ];
  for (const task of strangers) {
    expect((await refusal(cast.eve, review.setTask, placeOf(id), task)).code).toBe('conflict');
  }
  const wrong = await refusal(cast.eve, review.setTask, placeOf(id), to(cast.ben, '2027-02-30'));
  expect(wrong.code).toBe('invalid-body');
});

test('tasks come by their day, those without one last', async () => {
  for (const dueOn of ['', '2027-03-01', '2026-12-01']) {
    const { id } = await open(cast.eve, dueOn || 'never');
    await give(cast.eve, id, to(cast.ben, dueOn));
  }
  expect((await tasksOf(cast.ben)).map(({ dueOn }) => dueOn)).toEqual(['2026-12-01', '2027-03-01', '']);
});

test('reactions are counted once for each person and sign, and taken back by whoever gave them', async () => {
  const { id, comments } = await open(cast.eve);
  const place = { ...placeOf(id), commentId: comments[0]!.id };
  const react = (person: CastPerson, reaction: review.Reaction, isOn = true) =>
    ask(person, review.setReaction, place, { reaction, isOn });
  await react(cast.ben, 'thanks');
  await react(cast.ben, 'thanks');
  await react(cast.ana, 'agree');
  const both = await react(cast.eve, 'thanks');
  expect(
    both.comments[0]?.reactions.map(({ reaction, people: who }) => [reaction, ...who.map(({ name }) => name)]),
  ).toEqual([
    ['agree', 'Ana'],
    ['thanks', 'Ben', 'Eve'],
  ]);
  const fewer = await react(cast.ben, 'thanks', false);
  expect(fewer.comments[0]?.reactions[1]?.people).toMatchObject([{ name: 'Eve' }]);
  expect((await refusal(cast.ben, review.setReaction, place, { reaction: 'bomb', isOn: true })).code).toBe(
    'invalid-body',
  );
});

test('earlier words of a comment stay readable, until it is deleted', async () => {
  const { id, comments } = await open(cast.eve, 'First.');
  const place = { ...placeOf(id), commentId: comments[0]!.id };
  await ask(cast.ben, review.replyToThread, placeOf(id), { id: uuidv7(), body: 'So it lives on.' });
  for (const body of ['Second.', 'Second.', 'Third.']) await ask(cast.eve, review.editComment, place, { body });
  const earlier = await ask(cast.ana, review.listWordings, place, {});
  expect(
    earlier.map(({ body }) => body),
    'the latest first; what was saved as it was is none',
  ).toEqual(['Second.', 'First.']);
  expect(earlier[1]?.at).toBe(comments[0]?.createdAt);
  await ask(cast.eve, review.deleteComment, place, {});
  expect((await refusal(cast.ana, review.listWordings, place)).code).toBe('not-found');
});

test('a name that goes and comes back by editing is told once', async () => {
  const { id, comments } = await open(cast.eve, 'Look, @Ben.');
  const place = { ...placeOf(id), commentId: comments[0]!.id };
  for (const body of ['Look.', 'Look again, @Ben.']) await ask(cast.eve, review.editComment, place, { body });
  expect((await noticesOf(cast.ben)).filter(({ kind }) => kind === 'mention')).toHaveLength(1);
  await ask(cast.eve, review.editComment, place, { body: 'Look, @Ana.' });
  expect((await noticesOf(cast.ana)).filter(({ kind }) => kind === 'mention')).toHaveLength(1);
});
