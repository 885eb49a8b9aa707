// Asking to be let in: who asks learns nothing, who decides sees each of them once.

import { listAudit } from '@adagia/shared/api/audit';
import * as entering from '@adagia/shared/api/entering';
import { listMails } from '@adagia/shared/api/mail';
import { acceptInvitation, getProposal, previewInvitation, removeMember } from '@adagia/shared/api/people';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, refusal } from '../testing/ask.ts';
import { hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { enter, guestLink, tokenOf } from '../testing/guests.ts';
import { openSocket } from '../testing/live-socket.ts';
import { storedRows } from '../testing/stored-rows.ts';
import { startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let cast: People;
let stage: Stage;
let nobody: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
  nobody = server.withoutAccount();
});
beforeEach(async () => {
  stage = await newStage(server, cast);
});
afterAll(() => server.dispose());

const UNKNOWN = '00000000-0000-7000-8000-00000000dead' as Stage['proposalId'];
const here = () => ({ proposalId: stage.proposalId });
const requests = () => ask(cast.ana, entering.listAccessRequests, here(), {});
const request = (person: TestPerson, change: object = {}) =>
  ask(person, entering.requestAccess, {}, { ...here(), message: 'I write the budget.', ...change });
const rita = { name: 'Rita', email: 'Rita@example.org' };

async function only() {
  const [one, ...others] = await requests();
  expect(others).toEqual([]);
  if (!one) throw new Error('no request');
  return { ...here(), requestId: one.id };
}

test('somebody who is signed in asks with a message, and the coordinator is told at once', async () => {
  const socket = await openSocket(server, cast.ana, stage.proposalId);
  await request(cast.oda);
  await socket.hinted('people');
  socket.close();
  expect(await requests()).toMatchObject([
    { name: 'Oda', email: 'oda@example.org', message: 'I write the budget.', isKnown: true },
  ]);
});

test('granted, they are a member with the role, organisation and sections that were chosen', async () => {
  await request(cast.oda);
  const gift = { role: 'editor' as const, organisationId: stage.organisationId, sectionIds: ['relevance'] };
  expect(await ask(cast.ana, entering.grantAccess, await only(), gift)).toEqual({ link: null });
  const { members } = await ask(cast.oda, getProposal, here(), {});
  expect(members.find(({ userId }) => userId === cast.oda.id)).toMatchObject(gift);
  expect(await requests()).toEqual([]);
});

test('somebody without an account is sent an invitation by which their name is enough', async () => {
  await request(nobody, rita);
  expect(await requests()).toMatchObject([{ ...rita, isKnown: false }]);
  const { link } = await ask(cast.ana, entering.grantAccess, await only(), { role: 'commenter', organisationId: null });
  const [mail] = await ask(cast.ana, listMails, here(), {});
  expect(mail?.to).toBe(rita.email);
  expect(mail?.text).toContain(link);
  const token = tokenOf(link ?? '');
  expect(await ask(nobody, previewInvitation, {}, { token })).toMatchObject({ allowsGuests: true, role: 'commenter' });
  const person = await enter(server, token, 'Rita');
  expect((await ask(person, getProposal, here(), {})).role).toBe('commenter');
});

test('a guest of another proposal asks under their name, and does not show an address of ours', async () => {
  const other = await newStage(server, cast);
  const gus = await enter(server, (await guestLink(cast.ana, other.proposalId)).token, 'Gus');
  await request(gus);
  expect(await requests()).toMatchObject([{ name: 'Gus', email: '', isKnown: true }]);
  const tooMuch = await refusal(cast.ana, entering.grantAccess, await only(), {
    role: 'coordinator',
    organisationId: null,
  });
  expect(tooMuch.code).toBe('guest-needs-account');
  await ask(cast.ana, entering.grantAccess, await only(), { role: 'guest', organisationId: null });
  expect((await ask(gus, getProposal, here(), {})).role).toBe('guest');
});

test('a proposal that does not exist, and one where somebody is in already, look the same; nothing is stored', async () => {
  const before = storedRows(server);
  const answers = [
    await cast.oda.call(entering.requestAccess, {}, { proposalId: UNKNOWN }),
    await nobody.call(entering.requestAccess, {}, { proposalId: UNKNOWN, ...rita }),
    await cast.eve.call(entering.requestAccess, {}, here()),
  ];
  expect(storedRows(server)).toBe(before);
  const real = await cast.oda.call(entering.requestAccess, {}, here());
  expect(new Set(answers.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(real)]));
});

test('each person has one request, whose last words count; many at once too', async () => {
  await Promise.all(Array.from({ length: 8 }, () => request(cast.oda)));
  await request(cast.oda, { message: 'Please.' });
  await request(nobody, rita);
  await request(nobody, { ...rita, email: 'rita@EXAMPLE.org', name: 'Rita M.' });
  expect(await requests()).toMatchObject([
    { name: 'Oda', message: 'Please.' },
    { name: 'Rita M.', message: 'I write the budget.' },
  ]);
});

test('who was declined is not told, and asks in vain for a week', async () => {
  await request(cast.oda);
  await ask(cast.ana, entering.declineAccess, await only(), {});
  expect(await request(cast.oda)).toEqual({ ok: true });
  expect(await requests()).toEqual([]);
  const { driver } = server.deps.database;
  const weekAgo = server.deps.now() - 7 * 24 * 60 * 60 * 1000 - 1;
  driver.prepare('UPDATE access_request SET decided_at = ? WHERE proposal_id = ?').run(weekAgo, stage.proposalId);
  await request(cast.oda);
  expect(await requests()).toHaveLength(1);
});

test('one who was granted and is out again may ask again', async () => {
  await request(cast.oda);
  await ask(cast.ana, entering.grantAccess, await only(), { role: 'viewer', organisationId: null });
  await ask(cast.ana, removeMember, { ...here(), userId: cast.oda.id }, {});
  await request(cast.oda);
  await only();
});

test('who comes in by an invitation meanwhile leaves no request behind', async () => {
  await request(cast.oda);
  await ask(cast.oda, acceptInvitation, {}, { token: (await guestLink(cast.ana, stage.proposalId)).token });
  expect(await requests()).toEqual([]);
});

test('two coordinators decide at the same moment: one of them does', async () => {
  await request(cast.oda);
  const place = await only();
  const answers = await Promise.all([
    cast.ana.call(entering.grantAccess, place, { role: 'viewer', organisationId: null }),
    cast.ana.call(entering.declineAccess, place, {}),
  ]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 404]);
});

test.each([
  ['no name', { email: rita.email }, 'name'],
  ['no address', { name: 'Rita' }, 'email'],
  ['an address that is none', { name: 'Rita', email: 'rita@' }, 'email'],
  ['a name of markup', { name: '<i>Rita</i>', email: rita.email }, 'name'],
  ['too long a message', { ...rita, message: 'x'.repeat(1001) }, 'message'],
])('who is not signed in and gives %s is told so', async (_, change, path) => {
  const refused = await refusal(nobody, entering.requestAccess, {}, { ...here(), ...change });
  expect([refused.code, refused.issues?.[0]?.path]).toEqual(['invalid-body', path]);
});

test('a role of another proposal, and an organisation, cannot be granted', async () => {
  await request(cast.oda);
  const foreign = await newStage(server, cast);
  const gift = { role: 'viewer', organisationId: foreign.organisationId };
  expect((await refusal(cast.ana, entering.grantAccess, await only(), gift)).issues?.[0]?.path).toBe('organisationId');
  const elsewhere = { proposalId: foreign.proposalId, requestId: (await only()).requestId };
  expect((await refusal(cast.ana, entering.declineAccess, elsewhere)).code).toBe('not-found');
});

test('asking and answering are in the record of rights', async () => {
  await request(cast.oda);
  await ask(cast.ana, entering.declineAccess, await only(), {});
  const { entries } = await ask(cast.ana, listAudit, here(), { kind: 'request' });
  expect(entries.map(({ kind, actorName }) => [kind, actorName])).toEqual([
    ['request.answered', 'Ana'],
    ['request.made', 'Oda'],
  ]);
});

test('so many an hour from one address, whether there are such proposals or not', async () => {
  const limited = await startTestServer({ ADAGIA_TEST_HOOKS: '0' });
  try {
    const stranger = limited.withoutAccount();
    const codes: number[] = [];
    for (let round = 0; round < 22; round += 1) {
      const body = { proposalId: UNKNOWN, name: 'Rita', email: `rita${round}@example.org` };
      codes.push((await stranger.call(entering.requestAccess, {}, body)).status);
    }
    expect(codes).toEqual([...Array<number>(20).fill(200), 429, 429]);
  } finally {
    await limited.dispose();
  }
});
