// What people without an account are told by mail, through a real SMTP server: a guest who makes an account learns nothing of others'
// addresses, and whoever asks to be let in hears the answer.
import * as entering from '@adagia/shared/api/entering';
import { getMe } from '@adagia/shared/api/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { Device, enter, guestLink } from '../testing/guests.ts';
import { openPostOffice, type PostOffice } from '../testing/post-office.ts';
import { PASSWORD, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let office: PostOffice;
let ana: CastPerson;
let oda: CastPerson;
let stage: Stage;

/** Signed up before there was a mail server, and confirmed. */
beforeAll(async () => {
  server = await startTestServer();
  const cast: People = await hire(server);
  stage = await newStage(server, cast);
  server.deps.database.driver.exec('UPDATE user SET email_verified = 1');
  await server.stop();
  office = await openPostOffice();
  server = await startTestServer({ SMTP_URL: office.url }, server.dataDir);
  const on = (person: CastPerson) => ({ ...person, ...server.withCookie(person.name, person.cookie) });
  [ana, oda] = [on(cast.ana), on(cast.oda)];
});
afterAll(async () => {
  await server.dispose();
  await office.close();
});

const newGuest = async (name: string) => enter(server, (await guestLink(ana, stage.proposalId)).token, name);
const signUpAs = (person: CastPerson, email: string) =>
  person.call(entering.becomeAccount, {}, { email, password: PASSWORD });

test('a guest has an account when their mailbox says so, and goes on where they are', async () => {
  const gus = await newGuest('Gus');
  expect((await signUpAs(gus, 'Gus@example.org')).json).toEqual({ isDone: false });
  expect(await ask(gus, getMe, {}, {})).toMatchObject({ isGuest: true });
  const { secret, source } = await office.next('gus@example.org');
  expect(source).toContain('/link/account#');
  const phone = new Device(server);
  const redeem = () => phone.post('/api/auth/become-account', { token: secret });
  expect((await redeem()).status).toBe(200);
  expect((await redeem()).status).toBe(400);
  expect(await ask(gus, getMe, {}, {})).toMatchObject({ id: gus.id, isGuest: false, email: 'gus@example.org' });
  expect((await phone.post('/api/auth/sign-in/email', { email: 'gus@example.org', password: PASSWORD })).status).toBe(
    200,
  );
});

test('nobody learns from it whether somebody has an account: the owner of the address alone is told', async () => {
  const gil = await newGuest('Gil');
  const taken = await signUpAs(gil, 'oda@example.org');
  expect(taken).toEqual(await signUpAs(gil, 'nobody-yet@example.org'));
  expect((await office.next('oda@example.org')).source).toContain('There is one already');
  // Taken between the mail and the click: the link is of no use, and says no more than a used one.
  const { secret } = await office.next('nobody-yet@example.org');
  server.deps.database.driver.exec("UPDATE user SET email = 'nobody-yet@example.org' WHERE name = 'Eve'");
  const late = await new Device(server).post('/api/auth/become-account', { token: secret });
  expect([late.status, await late.json()]).toMatchObject([400, { code: 'INVALID_TOKEN' }]);
  expect(await ask(gil, getMe, {}, {})).toMatchObject({ isGuest: true });
});

const openRequests = () => ask(ana, entering.listAccessRequests, stage, {});

test('whoever is not let in hears of it, in the language that they asked in', async () => {
  const nobody = new Device(server);
  const asked = { proposalId: stage.proposalId, name: 'Rita', email: 'rita@example.org' };
  await fetch(server.url + entering.requestAccess.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'pl' },
    body: JSON.stringify(asked),
  });
  await ask(oda, entering.requestAccess, {}, { proposalId: stage.proposalId });
  for (const { id } of await openRequests()) {
    await ask(ana, entering.declineAccess, { ...stage, requestId: id }, {});
  }
  const { source } = await office.next('rita@example.org');
  expect(source).toContain('na razie bez dostępu');
  // Where they asked is named, and not what is there.
  expect(source).toContain(`/p/${stage.proposalId}`);
  expect(source).not.toContain('Next Door Online');
  await office.next('oda@example.org');
  expect(office.received.filter(({ to }) => to === 'oda@example.org').at(-1)?.source).toContain(
    'Your request for access',
  );
  expect(nobody.cookie).toBe('');
});

test('an invitation that answers a request is in the language of whoever asked', async () => {
  await fetch(server.url + entering.requestAccess.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'es-ES,es;q=0.9' },
    body: JSON.stringify({ proposalId: stage.proposalId, name: 'Luz', email: 'luz@example.org' }),
  });
  const [request] = await openRequests();
  await ask(
    ana,
    entering.grantAccess,
    { ...stage, requestId: request?.id as never },
    { role: 'viewer', organisationId: null },
  );
  expect((await office.next('luz@example.org')).source).toContain('le invita a la solicitud Erasmus+');
});
