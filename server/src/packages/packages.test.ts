// Dated packages over the wire: the same version is the same bytes, what is recorded is found again, and whatever was changed is named.
import { freezeProposal, unlockProposal } from '@adagia/shared/api/freezes';
import {
  type DatedPackage,
  listPackages,
  makePackage,
  PACKAGE_SIZE_MAX,
  packageCheckPath,
  packageCheckSchema,
  packagePath,
} from '@adagia/shared/api/packages';
import { changeOrganisation, importProposal } from '@adagia/shared/api/people';
import { problemSchema } from '@adagia/shared/api/problem';
import { listTimeline } from '@adagia/shared/api/review';
import { createVersion, keepVersion, renameVersion } from '@adagia/shared/api/versions';
import { must } from '@adagia/shared/assert';
import { BUDGET, FACTS, PLAN } from '@adagia/shared/document';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { AppError } from '../http/app-error.ts';
import { ask } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { openWritingClient } from '../testing/writing-client.ts';
import { readPackage } from './read-package.ts';
import { sha256Of } from './seal-package.ts';

const KEY = 'answer:motivation';

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
const make = (versionId: string, who = cast.ben) => ask(who, makePackage, place(), { versionId });

async function download({ id }: DatedPackage, who: CastPerson = cast.ben): Promise<Uint8Array> {
  const response = await fetch(server.url + packagePath(stage.proposalId, id), { headers: { cookie: who.cookie } });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

const send = (zip: Uint8Array<ArrayBuffer>, who: CastPerson = cast.eve, proposalId: string = stage.proposalId) =>
  fetch(server.url + packageCheckPath(proposalId), {
    method: 'POST',
    headers: { cookie: who.cookie, 'content-type': 'application/octet-stream' },
    body: zip,
  });
const check = async (zip: Uint8Array) => packageCheckSchema.parse(await (await send(new Uint8Array(zip))).json());
const refused = async (zip: Uint8Array) => problemSchema.parse(await (await send(new Uint8Array(zip))).json()).code;

/** Something in each file. */
async function write(words = 'Rural schools'): Promise<void> {
  const ana = await openWritingClient(server.url, cast.ana.cookie, stage.proposalId);
  await ana.write((doc) => {
    doc.getText(KEY).insert(0, words);
    const plan = doc.getMap(PLAN);
    const wp = must([...plan.keys()].find((key) => key.endsWith('/kind'))).split('/')[0] ?? '';
    plan.set(`${wp}/from`, 1);
    doc.getMap(BUDGET).set(`${wp}/${stage.organisationId}`, 123_450);
    doc.getMap(FACTS).set('title', 'Next door');
  });
  ana.close();
}

const filesIn = (zip: Uint8Array) => unzipSync(zip);
const textIn = (zip: Uint8Array, name: string) => strFromU8(must(filesIn(zip)[name]));

test('it holds answers, plan, budget and the exchange file, and a list that sha256sum reads', async () => {
  await write();
  const made = await make('now');
  const zip = await download(made);
  const names = ['SHA256SUMS', 'answers.md', 'answers.txt', 'budget.csv', 'manifest.json', 'plan.csv', 'proposal.json'];
  expect(Object.keys(filesIn(zip)).sort()).toEqual(names);
  expect(textIn(zip, 'answers.txt')).toContain('Rural schools');
  expect(textIn(zip, 'answers.md')).toContain('Rural schools');
  expect(textIn(zip, 'budget.csv')).toContain('WP1;Project management;1234.50;1234.50');
  expect(textIn(zip, 'plan.csv')).toContain('WP1;work package;Project management;1;');
  const sums = Object.entries(filesIn(zip))
    .filter(([name]) => name !== 'SHA256SUMS' && name !== 'manifest.json')
    .map(([name, bytes]) => `${sha256Of(bytes)}  ${name}\n`);
  expect(textIn(zip, 'SHA256SUMS')).toBe(sums.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join(''));
  expect(sha256Of(must(filesIn(zip).SHA256SUMS))).toBe(made.hash);
  const { proposal, version, madeBy, madeAt, hash } = JSON.parse(textIn(zip, 'manifest.json')) as Record<string, never>;
  expect({ proposal, version, madeBy, madeAt, hash }).toMatchObject({
    proposal: { id: stage.proposalId, title: 'Next door', call: 'KA220-2026' },
    version: { id: made.version.id, name: null },
    madeBy: 'Ben',
    madeAt: made.madeAt,
    hash: made.hash,
  });
});

test('its exchange file comes in again as a proposal', async () => {
  await write();
  const file = JSON.parse(textIn(await download(await make('now')), 'proposal.json')) as never;
  const { id } = await ask(cast.oda, importProposal, {}, file);
  expect(await server.deps.rooms.read(id, (doc) => doc.getText(KEY).toJSON())).toBe('Rural schools');
});

test('the same version packed twice is the same package to the byte, whoever asks, whatever was changed since', async () => {
  await write();
  const { id: versionId } = await ask(cast.ana, createVersion, place(), { name: 'Sent' });
  const first = await make(versionId);
  const zip = await download(first);
  await write('Other words. ');
  await ask(cast.ana, changeOrganisation, stage as never, { city: 'Iasi' });
  const again = await make(versionId, cast.ana);
  expect(again).toEqual(first);
  expect(sha256Of(await download(again, cast.ana))).toBe(sha256Of(zip));
  expect((await make('now')).hash).not.toBe(first.hash);
  expect((await ask(cast.eve, listPackages, place(), {})).length).toBe(2);
});

test('of a version that got another name it is the same package, under the name that it had', async () => {
  const { id: versionId } = await ask(cast.ana, createVersion, place(), { name: 'Sent' });
  const first = await make(versionId);
  await ask(cast.ana, renameVersion, { ...place(), versionId }, { name: 'Sent to all' });
  // Made under the name that it had: that is what it says of itself.
  expect((await make(versionId)).version.name).toBe('Sent');
  expect((await make(versionId)).id).toBe(first.id);
});

test('frozen for submission and packed after the deadline: it is the version that was frozen', async () => {
  await write();
  const said = { purpose: 'submission' as const, name: 'Submitted', unlockers: 'freezer' as const };
  const { id: freezeId, version } = await ask(cast.ana, freezeProposal, place(), said);
  await ask(cast.ana, unlockProposal, { ...place(), freezeId }, {});
  await write('Too late. ');
  const made = await make(must(version).id);
  expect(made.version.name).toBe('Submitted');
  expect(textIn(await download(made), 'answers.txt')).not.toContain('Too late');
});

test('one that turns up is known: unchanged, with the moment, the version and the person', async () => {
  await write();
  const made = await make('now');
  expect(await check(await download(made))).toEqual({ outcome: 'unchanged', package: made });
  // Packed again by another program: it is about the files.
  expect(await check(zipSync(filesIn(await download(made)), { level: 9 }))).toEqual({
    outcome: 'unchanged',
    package: made,
  });
});

test('what was changed, left out or put in is named', async () => {
  await write();
  const made = await make('now');
  const files = filesIn(await download(made));
  const { 'plan.csv': _plan, ...rest } = files;
  const spoilt = zipSync({ ...rest, 'answers.txt': strToU8('Better words'), 'extra.txt': strToU8('More') });
  expect(await check(spoilt)).toEqual({
    outcome: 'differs',
    package: made,
    files: [
      { name: 'answers.txt', state: 'changed' },
      { name: 'extra.txt', state: 'added' },
      { name: 'plan.csv', state: 'missing' },
    ],
  });
  const manifest = strFromU8(must(files['manifest.json']));
  const dated = { ...files, 'manifest.json': strToU8(manifest.replace(/"madeAt": "20/, '"madeAt": "19')) };
  expect(await check(zipSync(dated))).toMatchObject({ files: [{ name: 'manifest.json', state: 'changed' }] });
  // Without a word of which one it is: the files say it.
  const { 'manifest.json': _manifest, ...bare } = files;
  expect(await check(zipSync(bare))).toMatchObject({
    package: { id: made.id },
    files: [{ name: 'manifest.json', state: 'missing' }],
  });
});

test('one of another proposal, or of nobody, is unknown', async () => {
  await write();
  const zip = await download(await make('now'));
  const other = await newStage(server, cast);
  const answer = await send(new Uint8Array(zip), cast.eve, other.proposalId);
  expect(await answer.json()).toEqual({ outcome: 'unknown' });
  expect(await check(zipSync({ 'a.txt': strToU8('a') }))).toEqual({ outcome: 'unknown' });
});

/** With another value in the table of contents, in the entry of its first file. */
function lying(zip: Uint8Array, at: number, value: number): Uint8Array {
  const made = zip.slice();
  const view = new DataView(made.buffer);
  const entry = view.getUint32(made.length - 22 + 16, true) + at;
  if (at === 20 || at === 24 || at === 42) view.setUint32(entry, value, true);
  else view.setUint16(entry, value, true);
  return made;
}

function readsOrRefuses(read: () => unknown): boolean {
  try {
    return read() instanceof Map;
  } catch (error) {
    return error instanceof AppError && error.code === 'package-unreadable';
  }
}

test('what is no zip, holds too much or lies about it is refused', async () => {
  expect(await refused(strToU8('not a zip at all'))).toBe('package-unreadable');
  expect(await refused(new Uint8Array(0))).toBe('file-empty');
  const zip = zipSync({ 'a.txt': strToU8('a'.repeat(1000)) });
  expect(await refused(zip.slice(0, zip.length - 30))).toBe('package-unreadable');
  // 13 MB of nothing in 13 kB.
  const bomb = zipSync({ 'answers.txt': new Uint8Array(13_000_000) }, { level: 1 });
  expect(bomb.length).toBeLessThan(100_000);
  expect(await refused(bomb)).toBe('package-unreadable');
  // The same, announced as ten bytes: it gets room for ten.
  expect(await refused(lying(bomb, 24, 10))).toBe('package-unreadable');
  // Encrypted, of an unknown kind, beginning elsewhere: what the table says of its first file.
  for (const [at, value] of [
    [8, 1],
    [10, 99],
    [20, 2 ** 31],
    [42, 2 ** 31],
    [28, 0xff_ff],
  ] as const) {
    expect(await refused(lying(zip, at, value))).toBe('package-unreadable');
  }
  // Any of its bytes: it is read as what it is, or refused, and nothing else.
  for (let at = 0; at < zip.length; at += 1) {
    const spoilt = zip.slice();
    spoilt[at] = (spoilt[at] ?? 0) ^ 0xff;
    expect(() => readPackage(spoilt)).toSatisfy(readsOrRefuses);
  }
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.txt`, strToU8('a')]));
  expect(await refused(zipSync(many))).toBe('package-unreadable');
  expect(await refused(new Uint8Array(PACKAGE_SIZE_MAX + 1))).toBe('file-too-large');
});

test('only who takes part makes, fetches and checks one; guests do not', async () => {
  const made = await make('now', cast.eve);
  const zip = await download(made, cast.eve);
  const { cookie } = cast.oda;
  const outside = await fetch(server.url + packagePath(stage.proposalId, made.id), { headers: { cookie } });
  expect(outside.status).toBe(404);
  expect((await send(new Uint8Array(zip), cast.oda)).status).toBe(404);
  expect((await fetch(server.url + packagePath(stage.proposalId, made.id))).status).toBe(401);
  const form = { method: 'POST', headers: { cookie: cast.eve.cookie, 'content-type': 'text/plain' }, body: 'a' };
  expect((await fetch(server.url + packageCheckPath(stage.proposalId), form)).status).toBe(422);
  const other = await newStage(server, cast);
  const elsewhere = await fetch(server.url + packagePath(other.proposalId, made.id), {
    headers: { cookie: cast.eve.cookie },
  });
  expect(elsewhere.status).toBe(404);
});

test('that it was made stays in the timeline; a version without a word of it is kept for now', async () => {
  await write();
  const made = await make('now');
  const { entries } = await ask(cast.eve, listTimeline, place(), { kind: 'section' });
  expect(entries.map(({ actorName, data }) => [actorName, data.change, data.note])).toEqual([
    ['Ben', 'packed', made.hash],
  ]);
  expect((await ask(cast.ana, keepVersion, place(), {})).id).toBe(made.version.id);
});
