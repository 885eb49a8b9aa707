// The discussion of a suggestion: one for each, told to its author, settled with it by who decides, and readable afterwards.
import { answerKey } from '@adagia/shared/answer-key';
import { listNotices } from '@adagia/shared/api/notices';
import * as review from '@adagia/shared/api/review';
import { settleSuggestions } from '@adagia/shared/api/suggestion-threads';
import { threadIdSchema } from '@adagia/shared/ids';
import { createSuggestionId } from '@adagia/shared/text/suggestions';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
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

const key = answerKey('motivation');
type Said = Omit<review.SuggestionTarget, 'outcome'>;
const said = (author: string, minute = 0): Said => ({
  kind: 'suggestion',
  key,
  suggestionId: createSuggestionId({ author, atMs: Date.UTC(2026, 10, 2, 9, minute), random: 0 }),
  verb: 'replace',
  before: 'old',
  after: 'older',
});
const there = () => ({ proposalId: stage.proposalId });
const list = (person: CastPerson) => ask(person, review.listThreads, there(), {});
const newId = () => threadIdSchema.parse(uuidv7());

function begin(person: CastPerson, target: Said, body = 'Is it?', id = newId()) {
  return ask(person, review.createThread, there(), { id, target, body });
}

type End = review.SuggestionOutcome | null;
const ended = (target: Said, outcome: End) => ({ settled: [{ ...target, outcome }] });
const settle = (person: CastPerson, target: Said, outcome: End) =>
  ask(person, settleSuggestions, there(), ended(target, outcome));

test('two who begin to talk of a suggestion talk in one thread, and the same request twice is said once', async () => {
  const target = said(cast.eve.id);
  const first = await begin(cast.ana, target, 'Why older?');
  const id = newId();
  const second = await begin(cast.ben, target, 'Good.', id);
  await begin(cast.ben, target, 'Good.', id);
  expect(second.id).toBe(first.id);
  const threads = await list(cast.eve);
  expect(threads).toMatchObject([{ target: { ...target, outcome: null }, isUnread: true }]);
  expect(threads[0]?.comments.map(({ body }) => body)).toEqual(['Why older?', 'Good.']);
  await begin(cast.ben, said(cast.eve.id, 1));
  expect(await list(cast.eve)).toHaveLength(2);
});

test('whoever suggested is told that it is about their suggestion, who replied of a reply, and who is named of that alone', async () => {
  const target = said(cast.eve.id);
  const { id } = await begin(cast.ben, target, 'Why?');
  const place = { ...there(), threadId: id };
  await ask(cast.ana, review.replyToThread, place, { id: uuidv7(), body: 'Yes, @Eve, why?' });
  const of = async (person: CastPerson) =>
    (await ask(person, listNotices, {}, {})).notices
      .filter((notice) => notice.target === id)
      .map(({ kind, actorName, data }) => [kind, actorName, data.about ?? '']);
  expect(await of(cast.eve)).toEqual([
    ['mention', 'Ana', ''],
    ['reply', 'Ben', 'suggestion'],
  ]);
  expect(await of(cast.ben)).toEqual([['reply', 'Ana', '']]);
});

test('one that came with a file, or whose author left, is talked of as every other', async () => {
  const thread = await begin(cast.ana, said('file-Ana'));
  expect(thread.target).toMatchObject({ suggestionId: expect.stringMatching(/^file-Ana~/) });
});

test('who decides on a suggestion settles what was said of it, with its words as they were then, and undo opens it again', async () => {
  const target = said(cast.eve.id);
  await begin(cast.eve, target, 'Or not?');
  await settle(cast.ben, { ...target, after: 'older and wiser' }, 'accepted');
  const [settled] = await list(cast.eve);
  expect(settled).toMatchObject({
    target: { after: 'older and wiser', outcome: 'accepted' },
    resolvedBy: cast.ben.id,
    comments: [{ body: 'Or not?' }],
  });
  await settle(cast.ben, target, null);
  expect((await list(cast.eve))[0]).toMatchObject({ resolvedAt: null, resolvedBy: null, target: { outcome: null } });
});

test('a forged outcome is no outcome, and nobody settles what they may not decide', async () => {
  const target = said(cast.ben.id);
  const { target: kept } = await ask(cast.eve, review.createThread, there(), {
    id: newId(),
    target: { ...target, outcome: 'accepted' },
    body: 'Done?',
  });
  expect(kept).toMatchObject({ outcome: null });
  for (const outcome of ['accepted', 'rejected', 'withdrawn', null] as const) {
    expect((await refusal(cast.eve, settleSuggestions, there(), ended(target, outcome))).code).toBe('forbidden');
  }
  const own = said(cast.eve.id);
  await begin(cast.ana, own);
  expect((await refusal(cast.eve, settleSuggestions, there(), ended(own, 'accepted'))).code).toBe('forbidden');
  await settle(cast.eve, own, 'withdrawn');
  expect((await list(cast.ana)).map((one) => one.resolvedBy)).toEqual([null, cast.eve.id]);
});

test('whoever suggested neither changes how somebody decided, nor what they decided on', async () => {
  const target = said(cast.eve.id);
  await begin(cast.ana, target);
  await settle(cast.eve, { ...target, before: 'budget', after: 'other words' }, 'withdrawn');
  expect(await list(cast.ana)).toMatchObject([{ target: { ...target, outcome: 'withdrawn' } }]);
  await settle(cast.eve, target, null);
  await settle(cast.ben, target, 'accepted');
  for (const outcome of ['withdrawn', null] as const)
    await settle(cast.eve, { ...target, before: 'budget', after: 'other words' }, outcome);
  expect(await list(cast.ana)).toMatchObject([{ resolvedBy: cast.ben.id, target: { ...target, outcome: 'accepted' } }]);
});

test('words of a file that join a discussion stay under the name in the file', async () => {
  const target = said(cast.eve.id);
  await begin(cast.ana, target);
  const fromFile = { author: 'Grace', at: '2026-05-03T10:11:00.000Z' };
  await ask(cast.ben, review.createThread, there(), { id: newId(), target, body: 'In Word.', fromFile });
  expect((await list(cast.ana))[0]?.comments[1]).toMatchObject({ body: 'In Word.', fromFile });
});

test('what is no suggestion, or in no answer of the form, is refused', async () => {
  const target = said(cast.eve.id);
  const asked = (change: object) =>
    refusal(cast.ana, review.createThread, there(), { id: newId(), target: { ...target, ...change }, body: 'So?' });
  expect((await asked({ suggestionId: 'mine' })).code).toBe('invalid-body');
  expect((await asked({ key: 'answer:nowhere' })).code).toBe('invalid-body');
  expect((await asked({ after: 'o'.repeat(501) })).code).toBe('invalid-body');
});

test('a discussion that somebody was given as a task is done with the decision', async () => {
  const target = said(cast.eve.id);
  const { id } = await begin(cast.ana, target);
  const task = { assigneeId: cast.ben.id, assigneeOrganisationId: null, dueOn: '' };
  await ask(cast.ana, review.setTask, { ...there(), threadId: id }, task);
  await settle(cast.ben, target, 'rejected');
  const { notices } = await ask(cast.ana, listNotices, {}, {});
  expect(notices[0]).toMatchObject({ kind: 'done', target: id, sectionId: 'relevance' });
});
