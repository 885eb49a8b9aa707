// What is one organisation's own and its coordinators': planted in one of them, and looked for in everything that anybody can read.
// Every reading route of the contract is asked, so that a new one is looked into without a word here; then files, copies, mails and
// what comes over the socket.
import { insertMember } from '@adagia/db/repositories/members';
import { openRound, saveScore, submitEvaluation } from '@adagia/shared/api/evaluations';
import { setWorking } from '@adagia/shared/api/figures';
import * as intake from '@adagia/shared/api/intake';
import { documentPath, documentSchema } from '@adagia/shared/api/intake';
import { makePackage, packageCheckPath, packagePath } from '@adagia/shared/api/packages';
import * as people from '@adagia/shared/api/people';
import * as portfolio from '@adagia/shared/api/portfolio';
import * as rights from '@adagia/shared/api/rights';
import { type AnyRoute, pathOf } from '@adagia/shared/api/route';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { contractRoutes } from '../testing/contract-routes.ts';
import {
  type Everybody,
  hireEverybody,
  type Outcome,
  outcomesOf,
  type Principal,
  principals,
  seatEverybody,
} from '../testing/principals.ts';
import { newProposal, startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';

/** Each says where it was planted. */
const secrets = {
  contact: 'zq-contact',
  phone: '4711 0815 42',
  representative: 'zq-representative',
  project: 'zq-project',
  document: 'zq-document',
  rate: '"manager":987654',
  working: 'zq-working',
} as const;

let server: TestServer;
let everybody: Everybody;
/** Of the organisation that it is all about, as editor: shows that the secrets can be found. */
let own: TestPerson & { id: string };
let place: { proposalId: string; organisationId: string; documentId: string; roundId: string; packageId: string };
/** Of an evaluation that is not submitted: nobody's but its evaluator's. */
const DRAFT = 'zq-evaluation';

beforeAll(async () => {
  server = await startTestServer();
  everybody = await hireEverybody(server);
  const { coordinator } = everybody;
  const { id: proposalId } = await ask(coordinator, people.createProposal, {}, newProposal);
  seatEverybody(server, everybody, { proposalId, organisationId: '' } as never);
  const card = { legalName: 'Scoala', country: 'RO' };
  const { id: organisationId } = await ask(coordinator, people.addOrganisation, { proposalId }, card);
  const person = await server.signUp('Owen');
  own = { ...person, id: (await ask(person, people.getMe, {}, {})).id };
  insertMember(server.deps.database.orm, { proposalId, userId: own.id, role: 'editor', organisationId, joinedAt: 1 });
  place = { proposalId, organisationId, documentId: '', roundId: '', packageId: '' };
  await plant();
});
afterAll(() => server.dispose());

async function plant(): Promise<void> {
  const at = place as never;
  const email = `${secrets.contact}@example.org`;
  await ask(own, intake.addRecord, at, { kind: 'contact', name: secrets.contact, email, phone: secrets.phone });
  await ask(own, intake.addRecord, at, { kind: 'project', title: secrets.project });
  await ask(own, intake.changeRepresentative, at, { representativeName: secrets.representative });
  await ask(own, rights.setDailyRate, { ...place, category: 'manager' } as never, { amountCents: 987_654 });
  const working = { days: { manager: 250 }, note: secrets.working };
  await ask(own, setWorking, { ...place, rowId: place.organisationId }, { working, basedOn: null });
  const query = new URLSearchParams({ kind: 'mandate', name: `${secrets.document}.pdf` });
  const address = `${server.url}${documentPath(place.proposalId, place.organisationId)}?${query.toString()}`;
  const headers = { cookie: own.cookie, 'content-type': 'application/octet-stream' };
  const response = await fetch(address, { method: 'POST', headers, body: '%PDF-1.7 zq-document' });
  place.documentId = documentSchema.parse(await response.json()).id;
  await ask(everybody.coordinator, intake.sendReminder, at, {});
  const evaluatorIds = [own.id as never, everybody.editor.id as never];
  const round = { copy: { name: 'Draft' }, dueOn: '', isAnonymous: false, evaluatorIds };
  place.roundId = (await ask(everybody.coordinator, openRound, at, round)).id;
  await ask(own, saveScore, { ...place, criterionId: 'impact' }, { points: 7, comment: DRAFT });
  place.packageId = (await ask(own, makePackage, at, { versionId: 'now' })).id;
}

const reading = (await contractRoutes()).filter(({ method }) => method === 'GET');

/** Everything that this person can read about the proposal, and the file that they can save of it. */
async function readAll(person: TestPerson, proposalId = place.proposalId): Promise<string> {
  const params = { ...place, proposalId };
  const answers = await Promise.all(reading.map((route) => person.call(route, withIds(route, params))));
  const { cookie } = person;
  const files = [
    pathOf(people.exportProposal, { proposalId }),
    documentPath(proposalId, place.organisationId, place.documentId),
    // Nothing in it is compressed.
    packagePath(proposalId, place.packageId),
  ];
  const texts = await Promise.all(
    files.map(async (file) => (await fetch(server.url + file, { headers: { cookie } })).text()),
  );
  return JSON.stringify(answers.map(({ json }) => json)) + texts.join('\n');
}

/** Ids of what a path names and nothing was made of are any. */
function withIds({ path }: AnyRoute, params: Record<string, string>): Record<string, string> {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, params[name] ?? place.organisationId]));
}

const found = (text: string): string[] =>
  Object.entries(secrets).flatMap(([name, words]) => (text.includes(words) ? [name] : []));

test('what was planted is read by its own organisation and by the coordinator', async () => {
  expect(found(await readAll(own))).toEqual(Object.keys(secrets));
  expect(found(await readAll(everybody.coordinator))).toEqual(Object.keys(secrets));
});

const others = principals.filter((who) => who !== 'coordinator');
test.each(others)('and by nobody else: %s', async (who: Principal) => {
  expect(found(await readAll(everybody[who]))).toEqual([]);
});

const statuses: Partial<Record<Outcome, number>> = { ok: 200, unauthenticated: 401, 'not-found': 404, forbidden: 403 };

test('a package is fetched by who exports, and checked by who reads the history', async () => {
  const { proposalId, packageId } = place;
  const address = server.url + packagePath(proposalId, packageId);
  const zip = await (await fetch(address, { headers: { cookie: own.cookie } })).arrayBuffer();
  for (const [who, outcome] of outcomesOf({ needs: 'proposal.export' })) {
    const { status } = await fetch(address, { headers: { cookie: everybody[who].cookie } });
    expect([who, status]).toEqual([who, statuses[outcome]]);
  }
  for (const [who, outcome] of outcomesOf({ needs: 'timeline.read' })) {
    const headers = { cookie: everybody[who].cookie, 'content-type': 'application/octet-stream' };
    const { status } = await fetch(server.url + packageCheckPath(proposalId), { method: 'POST', headers, body: zip });
    expect([who, status]).toEqual([who, statuses[outcome]]);
  }
});

test("nor is what is one organisation's own in a package, whoever made it", async () => {
  const address = server.url + packagePath(place.proposalId, place.packageId);
  const text = await (await fetch(address, { headers: { cookie: own.cookie } })).text();
  expect(text).toContain('Scoala');
  expect(found(text)).toEqual([]);
});

test.each(principals)('the draft of an evaluation is read by nobody but its evaluator: %s', async (who: Principal) => {
  expect(await readAll(everybody[who])).not.toContain(DRAFT);
  expect(await readAll(own)).toContain(DRAFT);
});

test('nor does anybody but the coordinator read one that is submitted', async () => {
  for (const criterionId of ['relevance', 'design', 'partnership', 'impact']) {
    await ask(own, saveScore, { ...place, criterionId }, { points: 7 });
  }
  await ask(own, submitEvaluation, place as never, {});
  const readers: Principal[] = [];
  for (const who of principals) if ((await readAll(everybody[who])).includes(DRAFT)) readers.push(who);
  expect(readers).toEqual(['coordinator']);
});

test('nor by whoever carries it into another call and coordinates it there', async () => {
  const body = {
    callId: 'KA210-2026',
    sector: 'ADU',
    texts: true,
    plan: true,
    budget: true,
    title: 'Mine',
    memberIds: [],
  };
  const wanted = { ...body, organisationIds: [place.organisationId] };
  const { id } = await ask(everybody.editor, portfolio.cloneProposal, place as never, wanted as never);
  expect(found(await readAll(everybody.editor, id))).toEqual([]);
});

test('nor in a mail, a notice, the timeline or the record of rights, as they are stored', async () => {
  const { driver } = server.deps.database;
  const dump = (table: string) => JSON.stringify(driver.prepare(`SELECT * FROM ${table}`).all());
  for (const table of ['mail', 'timeline', 'audit', 'notice']) expect([table, found(dump(table))]).toEqual([table, []]);
});
