// One person's doing is traced by the server's log and taken back over a real socket, and a version is restored over one, while another
// person types over theirs.
import { planRestoring } from '@adagia/client/features/versions/restoring/plan-restoring';
import { writeRestoring } from '@adagia/client/features/versions/restoring/write-restoring';
import { planPersonUndo } from '@adagia/client/features/versions/undo-person/plan-person-undo';
import { undoPerson } from '@adagia/client/features/versions/undo-person/write-person-undo';
import { ask, refusal } from '@adagia/server/testing/ask';
import { type CastPerson, hire, newStage, type People, type Stage } from '@adagia/server/testing/cast';
import { startTestServer, type TestServer } from '@adagia/server/testing/test-server';
import { openWritingClient, type WritingClient } from '@adagia/server/testing/writing-client';
import { listWriters, tracePerson } from '@adagia/shared/api/undo-person';
import { createVersion, readVersion } from '@adagia/shared/api/versions';
import { BUDGET, FACTS, PLAN } from '@adagia/shared/document';
import { ka220In2026 } from '@adagia/shared/programme/ka220-2026';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';

const KEY = 'answer:needs';
const OTHER = 'answer:motivation';
const [WP, BUILT, ALONE] = [1, 2, 3].map((n) => `01920000-0000-7000-8000-00000000000${n}`) as [string, string, string];

let server: TestServer;
let cast: People;
let stage: Stage;
let ana: WritingClient;
let ben: WritingClient;
let since: string;

const place = () => ({ proposalId: stage.proposalId });
const enter = ({ cookie }: CastPerson) => openWritingClient(server.url, cookie, stage.proposalId);
const textOf = ({ doc }: WritingClient, key = KEY) => doc.getText(key).toJSON();

/** What is committed from now on is later than every moment up to now. */
async function newMoment(): Promise<string> {
  const at = server.deps.now();
  while (server.deps.now() === at) await new Promise((resolve) => setImmediate(resolve));
  return new Date(at).toISOString();
}

/** Until both see what the server has. */
async function settle(...clients: WritingClient[]): Promise<void> {
  for (const client of clients) await client.acknowledged();
  const wanted = await server.deps.rooms.read(stage.proposalId, (doc) => Y.encodeStateVector(doc));
  for (const { doc } of clients) {
    while (!Buffer.from(Y.encodeStateVector(doc)).equals(Buffer.from(wanted))) {
      await new Promise((resolve) => doc.once('update', resolve));
    }
  }
}

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
beforeEach(async () => {
  stage = await newStage(server, cast);
  [ana, ben] = [await enter(cast.ana), await enter(cast.ben)];
  await ana.write((doc) => {
    doc.getText(KEY).insert(0, 'Rural schools need help.');
    doc.getMap(FACTS).set('acronym', 'DORF');
    doc.getMap(PLAN).set(`${WP}/kind`, 'wp');
    doc.getMap(PLAN).set(`${WP}/title`, 'Study');
  });
  since = await newMoment();
  await settle(ana, ben);
});
afterAll(() => server.dispose());

async function planOf(person: CastPerson) {
  const traced = await ask(cast.ana, tracePerson, { ...place(), userId: person.id }, { since });
  const context = {
    doc: ana.doc,
    call: ka220In2026,
    organisationIds: [stage.organisationId],
    rights: { canWrite: true },
  };
  return planPersonUndo({ ...context, traced }, person.id);
}

test('49 texts, facts and the plan are as if one had not been there, while two type on, and it is taken back', async () => {
  await ben.write((doc) => {
    doc.getText(KEY).delete(0, 6);
    doc.getText(KEY).insert(0, 'City ');
    doc.getText(KEY).format(5, 7, { bold: true });
    doc.getText(OTHER).insert(0, 'Ben alone.');
    doc.getMap(FACTS).set('acronym', 'CITY');
    doc.getMap(PLAN).set(`${WP}/title`, 'Survey');
    doc.getMap(PLAN).set(`${ALONE}/kind`, 'wp');
    doc.getMap(PLAN).set(`${BUILT}/kind`, 'wp');
    doc.getMap(BUDGET).set(`${WP}/${stage.organisationId}`, 5000);
  });
  await settle(ana, ben);
  await ana.write((doc) => {
    doc.getText(KEY).insert(2, '¤1¤');
    doc.getMap(PLAN).set(`${BUILT}/title`, 'Ana goes on');
    doc.getMap(BUDGET).set(`${WP}/${stage.organisationId}`, 6000);
  });
  const before = [textOf(ana), textOf(ana, OTHER)];
  const plan = await planOf(cast.ben);
  expect(plan.answers.map(({ root }) => root)).toEqual([OTHER, KEY]);
  expect(plan.builtOn).toEqual([BUILT]);
  expect(plan.overtaken.map(({ key, overtakenBy }) => [key, overtakenBy])).toEqual([
    [`${WP}/${stage.organisationId}`, cast.ana.id],
  ]);
  // Both type while it is under way.
  ben.doc.getText(KEY).insert(textOf(ben).length, '¤2¤');
  const undone = undoPerson(ana.doc, plan);
  ben.doc.getText(KEY).insert(textOf(ben).length, '¤3¤');
  ana.doc.getText(KEY).insert(textOf(ana).length, '¤4¤');
  await settle(ana, ben);
  const now = textOf(ana);
  expect(textOf(ben)).toBe(now);
  for (const typed of ['¤1¤', '¤2¤', '¤3¤', '¤4¤']) expect(now.split(typed)).toHaveLength(2);
  expect(now.replace(/¤\d¤/g, '')).toBe('Rural schools need help.');
  expect(ana.doc.getText(KEY).toDelta()).toHaveLength(1);
  expect(textOf(ben, OTHER)).toBe('');
  expect(ben.doc.getMap(FACTS).get('acronym')).toBe('DORF');
  expect(ben.doc.getMap(PLAN).toJSON()).toMatchObject({
    [`${WP}/title`]: 'Study',
    [`${ALONE}/deleted`]: true,
    [`${BUILT}/kind`]: 'wp',
  });
  expect(ben.doc.getMap(BUDGET).get(`${WP}/${stage.organisationId}`)).toBe(6000);
  // Once it is undone, nothing is left to undo but what came after.
  const again = (await planOf(cast.ben)).answers.map(({ root, change }) => [root, change.removed, change.returned]);
  expect(again).toEqual([[KEY, '¤2¤¤3¤'.length, 0]]);
  undone.takeBack();
  await settle(ana, ben);
  expect(textOf(ben).replace(/¤[234]¤/g, '')).toBe(before[0]);
  expect(textOf(ben, OTHER)).toBe(before[1]);
  expect(ben.doc.getMap(FACTS).get('acronym')).toBe('CITY');
  expect(ben.doc.getMap(PLAN).get(`${ALONE}/deleted`)).toBeUndefined();
  const late = await enter(cast.ana);
  expect(late.doc.getText(KEY).toDelta()).toEqual(ben.doc.getText(KEY).toDelta());
  for (const client of [ana, ben, late]) client.close();
});

test('49 who wrote since is told, and how far back the log goes; a person of whom nothing is left has no plan', async () => {
  expect((await ask(cast.ana, listWriters, place(), { since })).people).toEqual([]);
  await ben.write((doc) => doc.getText(KEY).insert(0, 'x'));
  await ben.write((doc) => doc.getText(KEY).delete(0, 1));
  const { people, reachAt } = await ask(cast.ana, listWriters, place(), { since });
  expect(people.map(({ name }) => name)).toEqual(['Ben']);
  expect(Date.parse(reachAt ?? '')).toBeLessThanOrEqual(Date.parse(since));
  const plan = await planOf(cast.ben);
  expect([plan.answers, plan.fields]).toEqual([[], []]);
  for (const client of [ana, ben]) client.close();
});

test('49 a whole version holds again while another types over a socket of their own, and is taken back', async () => {
  const { id: versionId } = await ask(cast.ana, createVersion, place(), { name: 'Sent' });
  const { parts } = await ask(cast.ana, readVersion, { ...place(), versionId }, {});
  await ben.write((doc) => {
    doc.getText(KEY).delete(0, 6);
    doc.getText(OTHER).insert(0, 'Ben alone.');
    doc.getMap(FACTS).set('acronym', 'CITY');
  });
  await settle(ana, ben);
  const before = textOf(ana);
  const context = { call: ka220In2026, organisationIds: [stage.organisationId], rights: { canWrite: true } };
  const kept = new Map(parts.map(({ root, part }) => [root, part]));
  const plan = planRestoring({ ...context, doc: ana.doc }, kept, null);
  ben.doc.getText(KEY).insert(textOf(ben).length, '¤1¤');
  const restored = writeRestoring(ana.doc, plan);
  ben.doc.getText(KEY).insert(0, '¤2¤');
  await settle(ana, ben);
  expect(textOf(ben)).toBe(textOf(ana));
  for (const typed of ['¤1¤', '¤2¤']) expect(textOf(ana).split(typed)).toHaveLength(2);
  expect(textOf(ben).replace(/¤\d¤/g, '')).toBe('Rural schools need help.');
  expect([textOf(ben, OTHER), ben.doc.getMap(FACTS).get('acronym')]).toEqual(['', 'DORF']);
  restored.takeBack();
  await settle(ana, ben);
  expect(textOf(ben).replace(/¤\d¤/g, '')).toBe(before);
  expect([textOf(ben, OTHER), ben.doc.getMap(FACTS).get('acronym')]).toEqual(['Ben alone.', 'CITY']);
  for (const client of [ana, ben]) client.close();
});

test('49 who only comments is told nothing of what was deleted', async () => {
  const params = { ...place(), userId: cast.ben.id };
  expect(await refusal(cast.eve, tracePerson, params, { since })).toMatchObject({ code: 'forbidden' });
  for (const client of [ana, ben]) client.close();
});

test('49 of a log with a missing row it is said that nothing can be told, before anybody is chosen and after', async () => {
  for (const words of ['a', 'b', 'c']) await ben.write((doc) => doc.getText(KEY).insert(0, words));
  const { driver } = server.deps.database;
  const lastSeq = driver.prepare('SELECT max(seq) FROM document_update WHERE document_id = ?').pluck();
  driver
    .prepare('DELETE FROM document_update WHERE document_id = ? AND seq = ?')
    .run(stage.proposalId, Number(lastSeq.get(stage.proposalId)) - 1);
  expect((await ask(cast.ana, listWriters, place(), { since })).reachAt).toBe(null);
  const params = { ...place(), userId: cast.ben.id };
  expect(await refusal(cast.ana, tracePerson, params, { since })).toMatchObject({ code: 'log-incomplete' });
  for (const client of [ana, ben]) client.close();
});

test('49 who has only commented is not among those who wrote', async () => {
  const mark = 'comment:01920000-0000-7000-8000-000000000009';
  await server.deps.rooms.edit(stage.proposalId, cast.eve.id, (doc) => doc.getText(KEY).format(0, 5, { [mark]: true }));
  await ben.write((doc) => doc.getText(KEY).delete(0, 1));
  expect((await ask(cast.ana, listWriters, place(), { since })).people.map(({ name }) => name)).toEqual(['Ben']);
  for (const client of [ana, ben]) client.close();
});
