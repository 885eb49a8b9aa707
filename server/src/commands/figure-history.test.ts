// Who had which value in a cell, when: from what was committed, in its order, each change for itself.
import { updateMember } from '@adagia/db/repositories/members';
import { listFigureHistory } from '@adagia/shared/api/figures';
import { budgetCell } from '@adagia/shared/budget/budget-cells';
import { BUDGET } from '@adagia/shared/document';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ask, refusal } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { openWritingClient, type WritingClient } from '../testing/writing-client.ts';

let server: TestServer;
let cast: People;
let stage: Stage;
let cell: string;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
beforeEach(async () => {
  stage = await newStage(server, cast);
  cell = budgetCell('01920000-0000-7000-8000-000000000001', stage.organisationId);
});
afterAll(() => server.dispose());

const enter = (person: CastPerson, doc?: Y.Doc) => openWritingClient(server.url, person.cookie, stage.proposalId, doc);
const write = (who: WritingClient, cents: number | null, key = cell) =>
  who.write((doc) => {
    const map = doc.getMap(BUDGET);
    if (cents === null) map.delete(key);
    else map.set(key, cents);
  });
const history = async (key = cell) =>
  (await ask(cast.eve, listFigureHistory, { proposalId: stage.proposalId }, { cell: key })).changes.map(
    ({ actorName, before, after, overtaken }) => [actorName, before, after, overtaken],
  );

test('each change is a line of its own, with the value before it, also within the same second', async () => {
  const [ana, ben] = [await enter(cast.ana), await enter(cast.ben)];
  await write(ana, 100_00);
  await write(ben, 200_00);
  await write(ana, 300_00);
  await write(ana, 200_00);
  await write(ana, null);
  await write(ana, 1, budgetCell('01920000-0000-7000-8000-000000000002', stage.organisationId));
  expect(await history()).toEqual([
    ['Ana', 200_00, null, null],
    ['Ana', 300_00, 200_00, null],
    ['Ana', 200_00, 300_00, null],
    ['Ben', 100_00, 200_00, null],
    ['Ana', null, 100_00, null],
  ]);
  ana.close();
  ben.close();
});

test('58 of two who write at the same moment, who lost finds their value there', async () => {
  const ana = await enter(cast.ana);
  await write(ana, 500_00);
  // Of two values of the same moment, Yjs takes that of the higher client id.
  const doc = new Y.Doc();
  doc.clientID = 5;
  const ben = await enter(cast.ben, doc);
  ben.close();
  await ben.closed;
  ben.doc.getMap(BUDGET).set(cell, 600_00);
  await write(ana, 700_00);
  const back = await enter(cast.ben, ben.doc);
  await back.acknowledged();
  expect(back.doc.getMap(BUDGET).get(cell)).toBe(700_00);
  expect(await history()).toEqual([
    ['Ben', 700_00, 700_00, 600_00],
    ['Ana', 500_00, 700_00, null],
    ['Ana', null, 500_00, null],
  ]);
  ana.close();
  back.close();
});

test('is for members who may read the timeline, and of their own proposal only', async () => {
  const ana = await enter(cast.ana);
  await write(ana, 5);
  ana.close();
  const place = { proposalId: stage.proposalId };
  expect(await refusal(cast.oda, listFigureHistory, place, { cell })).toMatchObject({ code: 'not-found' });
  const other = await newStage(server, cast);
  expect((await ask(cast.ana, listFigureHistory, { proposalId: other.proposalId }, { cell })).changes).toEqual([]);
  updateMember(server.deps.database.orm, stage.proposalId, cast.eve.id, { role: 'guest' });
  expect(await refusal(cast.eve, listFigureHistory, place, { cell })).toMatchObject({ code: 'forbidden' });
});

// Last, because the others know the server by its old address.
test('comes in pages of fifty, and stays when the server starts again', async () => {
  const ana = await enter(cast.ana);
  for (let cents = 1; cents <= 60; cents += 1) await write(ana, cents);
  ana.close();
  server = await server.restart();
  const eve = server.withCookie('Eve', cast.eve.cookie);
  const place = { proposalId: stage.proposalId };
  const first = await ask(eve, listFigureHistory, place, { cell });
  const rest = await ask(eve, listFigureHistory, place, { cell, before: first.next! });
  expect([first.changes.length, rest.changes.length, rest.next]).toEqual([50, 10, null]);
  expect([...first.changes, ...rest.changes].map(({ after }) => after)).toEqual(
    Array.from({ length: 60 }, (_, index) => 60 - index),
  );
});
