// Since I was here: when a visit ends and the next one begins, and what others did in between.
import { createThread } from '@adagia/shared/api/review';
import { listSince, markVisitSeen, noteVisit } from '@adagia/shared/api/since';
import { FACTS } from '@adagia/shared/document';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { openWritingClient } from '../testing/writing-client.ts';
import { noteVisit as noteAt } from './since.ts';

const KEY = 'answer:needs';
const OTHER = 'answer:objectives';
const MINUTE = 60_000;

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

const place = () => ({ proposalId: stage.proposalId });
const since = (person: CastPerson) => ask(person, listSince, place(), {});

/** As if that many minutes had passed. */
const visitIn = (person: CastPerson, minutes: number, isLeaving = false) =>
  noteAt(
    { ...server.deps, now: () => Date.now() + minutes * MINUTE },
    { userId: person.id, name: '', email: '', sessionId: '', isGuest: false },
    stage.proposalId,
    { isLeaving },
  );

async function write(
  person: CastPerson,
  change: Parameters<Awaited<ReturnType<typeof openWritingClient>>['write']>[0],
) {
  const client = await openWritingClient(server.url, person.cookie, stage.proposalId);
  await client.write(change);
  client.close();
}

test('a reload, a second tab and a short pause go on with the same visit', async () => {
  expect((await ask(cast.ana, noteVisit, place(), {})).sinceAt).toBeNull();
  for (const minutes of [0, 1, 20, 45]) expect((await visitIn(cast.ana, minutes)).sinceAt).toBeNull();
  expect((await visitIn(cast.ana, 76)).sinceAt).not.toBeNull();
  const { sinceAt } = await visitIn(cast.ana, 80);
  expect((await visitIn(cast.ana, 100)).sinceAt).toBe(sinceAt);
});

test('50 what others wrote and said since is told with who; what only I did is not', async () => {
  await write(cast.ben, (doc) => doc.getText(KEY).insert(0, 'Schools need help.'));
  await ask(cast.ben, noteVisit, place(), { isLeaving: true });
  await write(cast.ana, (doc) => {
    doc.getText(KEY).insert(0, 'Rural ');
    doc.getMap(FACTS).set('acronym', 'DORF');
  });
  await write(cast.ben, (doc) => doc.getText(OTHER).insert(0, 'Mine alone'));
  const said = { id: crypto.randomUUID(), target: { kind: 'question' as const, key: KEY }, body: 'Is it so?' };
  await ask(cast.ana, createThread, place(), said as never);
  const back = await visitIn(cast.ben, 25 * 60);
  expect(back).toMatchObject({ isLong: true, isSeen: false, changes: 2, comments: 1 });
  expect(back.people.map(({ name }) => name)).toEqual(['Ana']);
  const then = await since(cast.ben);
  const parts = then?.parts.filter(({ root }) => root !== 'people');
  expect(parts?.map(({ root, by }) => [root, by])).toEqual([
    [KEY, [cast.ana.id]],
    [FACTS, [cast.ana.id]],
  ]);
  expect(then?.comments.map(({ by, words }) => [by, words])).toEqual([[cast.ana.id, 'Is it so?']]);
});

test('what was not looked at is still news after the next absence, what was is not', async () => {
  await ask(cast.ben, noteVisit, place(), {});
  await write(cast.ana, (doc) => doc.getText(KEY).insert(0, 'Rural '));
  const first = await visitIn(cast.ben, 60);
  expect((await visitIn(cast.ben, 120)).sinceAt).toBe(first.sinceAt);
  await ask(cast.ben, markVisitSeen, place(), {});
  expect((await visitIn(cast.ben, 121)).isSeen).toBe(true);
  expect((await visitIn(cast.ben, 200)).sinceAt).not.toBe(first.sinceAt);
});

test('whoever is here for the first time has nothing that changed since', async () => {
  expect(await since(cast.ben)).toBeNull();
  expect(await ask(cast.ben, noteVisit, place(), {})).toMatchObject({ sinceAt: null, changes: 0, people: [] });
});
