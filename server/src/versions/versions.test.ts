// Versions of a proposal: when one is kept, what it holds, by whom, and what two of them differ in.
import { updateMember } from '@adagia/db/repositories/members';
import {
  type ChangedPart,
  compareVersions,
  createVersion,
  keepVersion,
  listAuthorship,
  listVersions,
  readAnswerAuthors,
  readVersion,
  renameVersion,
} from '@adagia/shared/api/versions';
import { BUDGET, FACTS } from '@adagia/shared/document';
import { authoredBlocks } from '@adagia/shared/versions/version-part';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, refusal } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { openWritingClient } from '../testing/writing-client.ts';
import { keepDueVersions, keepFirstVersions, notePending } from './keep-versions.ts';

const KEY = 'answer:needs';
const CELL = '01920000-0000-7000-8000-000000000001/amount';
const OTHER = 'answer:objectives';

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
const enter = (person: CastPerson) => openWritingClient(server.url, person.cookie, stage.proposalId);
const list = async (named?: '1') => (await ask(cast.ana, listVersions, place(), named ? { named } : {})).versions;
const name = (title: string) => ask(cast.ana, createVersion, place(), { name: title });
const changes = (versionId: string, to: string) => ask(cast.ana, compareVersions, { ...place(), versionId }, { to });

/** `minutes` from now. */
function keepDue(minutes: number): Promise<number> {
  server.deps.recordChanges();
  return keepDueVersions({ ...server.deps, now: () => Date.now() + minutes * 60_000 });
}

const words = (part: ChangedPart['before'] | undefined): string =>
  part?.kind === 'text'
    ? authoredBlocks(part)
        .map(({ runs }) => runs.map((run) => run.text).join(''))
        .join('/')
    : '';

test('what is written is a version once everybody has paused for five minutes, and names who wrote where', async () => {
  const ana = await enter(cast.ana);
  const ben = await enter(cast.ben);
  await ana.write((doc) => doc.getText(KEY).insert(0, 'Rural schools'));
  await ben.write((doc) => doc.getText(KEY).insert(13, ' need help.'));
  await ben.write((doc) => doc.getMap(FACTS).set('acronym', 'DORF'));
  expect(await keepDue(4)).toBe(0);
  const before = await list();
  expect(await keepDue(6)).toBe(1);
  const [latest, ...rest] = await list();
  expect(rest).toEqual(before);
  expect(latest?.authors.map((one) => one.name).sort()).toEqual(['Ana', 'Ben']);
  expect(latest?.roots).toEqual([KEY, FACTS]);
  expect(latest?.name).toBeNull();
  expect(await keepDue(12)).toBe(0);
  ana.close();
  ben.close();
});

test('somebody who never pauses has one every half hour', async () => {
  const ana = await enter(cast.ana);
  await ana.write((doc) => doc.getText(KEY).insert(0, 'a'));
  server.deps.recordChanges();
  const later = Date.now() + 31 * 60_000;
  const written = { proposalId: stage.proposalId, authorId: cast.ana.id, at: later };
  server.deps.database.transaction((tx) =>
    notePending(tx, { ...written, changes: [{ kind: 'text', key: KEY, added: 1, removed: 0 }] as never }),
  );
  expect(await keepDueVersions({ ...server.deps, now: () => later })).toBe(1);
  ana.close();
});

test('two are compared, and one with now: only what differs, with the author of every run', async () => {
  const ana = await enter(cast.ana);
  const ben = await enter(cast.ben);
  const start = await name('Start');
  await ana.write((doc) => {
    doc.getText(KEY).insert(0, 'Schools need help.');
    doc.getText(OTHER).insert(0, 'Train teachers');
  });
  const first = await name('First');
  await ben.write((doc) => {
    doc.getText(KEY).insert(0, 'Rural ', { bold: true });
    doc.getMap(BUDGET).set(CELL, 120_000);
  });
  const { parts, people } = await changes(first.id, 'now');
  expect(parts.map(({ root }) => root)).toEqual([KEY, BUDGET]);
  expect(words(parts[0]?.before)).toBe('Schools need help.');
  const after = parts[0]?.after;
  const runs = after?.kind === 'text' ? (authoredBlocks(after)[0]?.runs ?? []) : [];
  const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name;
  expect(runs.map(({ text, format, by }) => [text, format, nameOf(by)])).toEqual([
    ['Rural ', { bold: true }, 'Ben'],
    ['Schools need help.', {}, 'Ana'],
  ]);
  expect(parts[1]).toEqual({
    root: BUDGET,
    before: { kind: 'fields', fields: {} },
    after: { kind: 'fields', fields: { [CELL]: 120_000 } },
  });
  const stored = await changes(start.id, first.id);
  expect(stored.parts.map(({ root }) => root)).toEqual([KEY, OTHER]);
  expect(words(stored.parts[1]?.after)).toBe('Train teachers');
  expect((await changes(first.id, first.id)).parts).toEqual([]);
  ana.close();
  ben.close();
});

test('another format, and another kind of the last block, are a change like any other', async () => {
  const ana = await enter(cast.ana);
  await ana.write((doc) => doc.getText(KEY).insert(0, 'Aims'));
  const plain = await name('Plain');
  await ana.write((doc) => doc.getText(KEY).format(0, 4, { bold: true }));
  await ana.write((doc) => doc.getText(KEY).setAttribute('block', 'h2'));
  const { parts } = await changes(plain.id, 'now');
  expect(parts.map(({ root }) => root)).toEqual([KEY]);
  const formatted = await name('Formatted');
  const after = (await changes(plain.id, formatted.id)).parts[0]?.after;
  expect(after).toMatchObject({ ops: [{ insert: 'Aims', attributes: { bold: true } }], last: { block: 'h2' } });
  ana.close();
});

test('a proposal that cannot be read keeps no other one from having its version', async () => {
  await keepDue(6);
  const other = await newStage(server, cast);
  const places = [stage, other].map(({ proposalId }) => proposalId);
  const { database, rooms } = server.deps;
  const changed = {
    authorId: cast.ana.id,
    at: Date.now(),
    changes: [{ kind: 'text', key: KEY, added: 1, removed: 0 }],
  };
  for (const proposalId of places) {
    database.transaction((tx) => notePending(tx, { proposalId, ...changed } as Parameters<typeof notePending>[1]));
  }
  for (const broken of places) {
    const readAside: typeof rooms.readAside = (id, ...rest) =>
      id === broken ? Promise.reject(new Error('damaged')) : rooms.readAside(id, ...rest);
    const now = () => Date.now() + 6 * 60_000;
    const kept = await keepDueVersions({ ...server.deps, rooms: { ...rooms, readAside }, now });
    expect(kept).toBe(1);
  }
});

test('a proposal of before there were versions has its first one when the server starts', async () => {
  const { driver } = server.deps.database;
  for (const table of ['version_part', 'version_change', 'version']) driver.exec(`DELETE FROM ${table}`);
  expect(await keepFirstVersions(server.deps)).toBeGreaterThan(0);
  expect((await list()).map(({ number }) => number)).toEqual([1]);
  expect(await keepFirstVersions(server.deps)).toBe(0);
});

test('what was deleted long ago is still in the version that had it', async () => {
  const ana = await enter(cast.ana);
  await ana.write((doc) => doc.getText(KEY).insert(0, 'A sentence that went'));
  const kept = await name('With the sentence');
  await ana.write((doc) => doc.getText(KEY).delete(0, 20));
  await name('Without');
  const { parts } = await changes(kept.id, 'now');
  expect([words(parts[0]?.before), words(parts[0]?.after)]).toEqual(['A sentence that went', '']);
  ana.close();
});

test('who wrote how much of each text is counted by person, of what stands now', async () => {
  const ana = await enter(cast.ana);
  const ben = await enter(cast.ben);
  await ana.write((doc) => doc.getText(KEY).insert(0, 'Schools need help.'));
  await ben.write((doc) => {
    doc.getText(KEY).insert(0, 'Rural ', { bold: true });
    doc.getText(OTHER).insert(0, 'Train');
  });
  await ana.write((doc) => doc.getText(KEY).delete(doc.getText(KEY).length - 1, 1));
  const { texts, people } = await ask(cast.ana, listAuthorship, place(), {});
  const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name ?? '';
  const counted = texts.map(({ root, by, characters }) => `${root} ${nameOf(by)} ${characters}`);
  expect(counted.sort()).toEqual([`${KEY} Ana 17`, `${KEY} Ben 6`, `${OTHER} Ben 5`]);
  ana.close();
  ben.close();
});

test('of an answer it is told who wrote each character, and when they began to', async () => {
  const before = Date.now();
  const ana = await enter(cast.ana);
  const ben = await enter(cast.ben);
  await ana.write((doc) => doc.getText(KEY).insert(0, 'Rural schools'));
  await ben.write((doc) => doc.getText(KEY).insert(5, ' village'));
  const params = { ...place(), answerKey: KEY };
  const { part, pages, people } = await ask(cast.eve, readAnswerAuthors, params, {});
  const pageOf = (run: { by: string | null }) => pages.find(({ page }) => page === run.by);
  const nameOf = (id: string | undefined) => people.find((one) => one.id === id)?.name;
  const [block] = authoredBlocks(part);
  expect(block?.runs.map((run) => [run.text, nameOf(pageOf(run)?.by)])).toEqual([
    ['Rural', 'Ana'],
    [' village', 'Ben'],
    [' schools', 'Ana'],
  ]);
  for (const { openedAt } of pages) expect(Date.parse(openedAt)).toBeGreaterThanOrEqual(before);
  ana.close();
  ben.close();
});

test('a version is read whole, or without its texts', async () => {
  const ana = await enter(cast.ana);
  await ana.write((doc) => {
    doc.getText(KEY).insert(0, 'Rural schools');
    doc.getMap(BUDGET).set(CELL, 5000);
  });
  const kept = await name('Kept');
  await ana.write((doc) => doc.getText(KEY).insert(13, ' and more'));
  const where = { ...place(), versionId: kept.id };
  const whole = await ask(cast.ana, readVersion, where, {});
  expect(words(whole.parts.find(({ root }) => root === KEY)?.part)).toBe('Rural schools');
  expect([whole.version.name, whole.people.map((one) => one.name)]).toEqual(['Kept', ['Ana']]);
  const fields = await ask(cast.ana, readVersion, where, { only: 'fields' });
  expect(fields.parts.map(({ root }) => root)).toEqual([BUDGET, FACTS, 'people', 'plan']);
  ana.close();
});

test('who takes part is compared too', async () => {
  const kept = await name('Before');
  server.deps.database.transaction((tx) => updateMember(tx, stage.proposalId, cast.ben.id, { role: 'viewer' }));
  const { parts } = await changes(kept.id, 'now');
  expect(parts.map(({ root }) => root)).toEqual(['people']);
});

test('a name is given, changed and taken away; a second one does not replace the first', async () => {
  const first = await name('Sent to partners');
  const second = await name('Sent to the agency');
  expect(second.id).not.toBe(first.id);
  expect((await list('1')).map((one) => [one.name, one.namedBy?.name])).toEqual([
    ['Sent to the agency', 'Ana'],
    ['Sent to partners', 'Ana'],
  ]);
  const where = { ...place(), versionId: first.id };
  expect((await ask(cast.ana, renameVersion, where, { name: 'Sent to all' })).name).toBe('Sent to all');
  expect((await ask(cast.ana, renameVersion, where, { name: null })).namedBy).toBeNull();
  expect((await list('1')).map((one) => one.name)).toEqual(['Sent to the agency']);
  expect((await list()).map((one) => one.id)).toContain(first.id);
});

test('what it is now is kept before something is restored, once', async () => {
  const ana = await enter(cast.ana);
  await ana.write((doc) => doc.getText(KEY).insert(0, 'Rural schools'));
  const kept = await ask(cast.ana, keepVersion, place(), {});
  expect((await changes(kept.id, 'now')).parts).toEqual([]);
  expect(kept.authors.map((one) => one.name)).toEqual(['Ana']);
  expect((await ask(cast.ana, keepVersion, place(), {})).id).toBe(kept.id);
  ana.close();
});

test('versions of another proposal are not there, and what is no name is refused', async () => {
  const kept = await name('Ours');
  const other = await newStage(server, cast);
  const elsewhere = { proposalId: other.proposalId, versionId: kept.id };
  expect(await refusal(cast.ana, compareVersions, elsewhere, { to: 'now' })).toMatchObject({ code: 'not-found' });
  expect(await refusal(cast.ana, renameVersion, elsewhere, { name: 'Mine' })).toMatchObject({ code: 'not-found' });
  const long = 'x'.repeat(121);
  expect(await refusal(cast.ana, createVersion, place(), { name: long })).toMatchObject({ code: 'invalid-body' });
  expect(await refusal(cast.ana, createVersion, place(), { name: '  ' })).toMatchObject({ code: 'invalid-body' });
});
