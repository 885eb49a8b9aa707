// Status, owner, and the tick "carried over" of an answer.
import { answerKey } from '@adagia/shared/answer-key';
import { changeAnswerState, listAnswerStates, listTimeline } from '@adagia/shared/api/review';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { ask, refusal } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { openSocket } from '../testing/live-socket.ts';
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
const change = (person: CastPerson, body: z.input<(typeof changeAnswerState)['body']>, of = key) =>
  ask(person, changeAnswerState, { proposalId: stage.proposalId, key: of }, body);
const states = () => ask(cast.eve, listAnswerStates, { proposalId: stage.proposalId }, {});

test('an answer nobody touched has no state; a change sets what it names and leaves the rest', async () => {
  expect(await states()).toEqual([]);
  await change(cast.ben, { status: 'review' });
  await change(cast.ana, { ownerId: cast.ben.id });
  expect(await states()).toEqual([{ key, status: 'review', ownerId: cast.ben.id, carriedOver: null }]);
  await change(cast.ana, { ownerId: null });
  expect(await states()).toEqual([{ key, status: 'review', ownerId: null, carriedOver: null }]);
});

test('the tick says who carried which text over, when, and can be taken back', async () => {
  const began = Date.now();
  const { carriedOver } = await change(cast.ben, { carriedOver: { textHash: 'abc' } });
  expect(carriedOver).toMatchObject({ by: cast.ben.id, textHash: 'abc' });
  expect(Date.parse(carriedOver?.at ?? '')).toBeGreaterThanOrEqual(began);
  expect((await change(cast.ana, { status: 'final' })).carriedOver).toEqual(carriedOver);
  expect((await change(cast.ana, { carriedOver: null })).carriedOver).toBe(null);
});

test('an answer that repeats has a state for each organisation', async () => {
  const own = answerKey('org_present', stage.organisationId);
  await change(cast.ben, { status: 'final' }, own);
  expect(await states()).toMatchObject([{ key: own, status: 'final' }]);
});

test('an owner is a member of this proposal', async () => {
  const params = { proposalId: stage.proposalId, key };
  const { code, issues } = await refusal(cast.ana, changeAnswerState, params, { ownerId: cast.oda.id });
  expect([code, issues?.[0]?.path]).toEqual(['invalid-body', 'ownerId']);
});

test('the others are told, and the timeline has each change with old and new', async () => {
  const socket = await openSocket(server, cast.eve, stage.proposalId);
  await change(cast.ben, { status: 'review', ownerId: cast.ana.id, carriedOver: { textHash: 'abc' } });
  await socket.hinted('answers');
  socket.close();
  await change(cast.ben, { status: 'review' });
  const { entries } = await ask(cast.eve, listTimeline, { proposalId: stage.proposalId }, { sectionId: 'relevance' });
  expect(entries.map(({ kind, data, target }) => ({ kind, data, target }))).toEqual([
    { kind: 'carried-over', data: { done: true }, target: key },
    { kind: 'owner', data: { old: '', new: 'Ana' }, target: key },
    { kind: 'status', data: { old: 'draft', new: 'review' }, target: key },
  ]);
});
