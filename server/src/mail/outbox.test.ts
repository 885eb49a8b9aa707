// Mails that people wait for, while the mail server is away: an invitation and a link to sign in come when it is back, also after a
// restart; until then nobody who reads the database comes in by them. Through a real SMTP server.
import { listMails } from '@adagia/shared/api/mail';
import { acceptInvitation, createInvitation } from '@adagia/shared/api/people';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { Browser } from '../testing/browser.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { enter, guestLink, tokenOf } from '../testing/guests.ts';
import { openPostOffice, type PostOffice } from '../testing/post-office.ts';
import { freePort, startTestServer, type TestServer } from '../testing/test-server.ts';

let port: number;
let server: TestServer;
let office: PostOffice | null;
let cast: People;
let stage: Stage;

/** On the port that the server has now. */
function castOn(now: TestServer, { ana, ben, eve, oda }: People): People {
  const on = (person: CastPerson) => ({ ...person, ...now.withCookie(person.name, person.cookie) });
  return { ana: on(ana), ben: on(ben), eve: on(eve), oda: on(oda) };
}

beforeEach(async () => {
  port = await freePort();
  office = null;
  const env = { EMAIL_VERIFICATION: 'optional' };
  server = await startTestServer(env);
  cast = await hire(server);
  stage = await newStage(server, cast);
  // From here on there is a mail server, which is away.
  await server.stop();
  server = await startTestServer({ ...env, SMTP_URL: `smtp://127.0.0.1:${port}` }, server.dataDir);
  cast = castOn(server, cast);
});
afterEach(async () => {
  await server.dispose();
  await office?.close();
});

const mailsStored = () => server.deps.database.driver.prepare('SELECT * FROM mail').all() as { delivery: string }[];
const states = () => mailsStored().map(({ delivery }) => delivery);

/** As if the wait before the next try were over. */
function tryAgainNow(): void {
  server.deps.database.driver.exec("UPDATE job SET run_at = 0 WHERE kind = 'mail' AND done_at IS NULL");
  server.deps.jobs.wake();
}

/** Until the database says so: the mail server was asked, and what came of it is written down. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

const invitee = 'zoe@example.org';
const wanted = { role: 'editor', organisationId: null, email: invitee } as const;

test('an invitation and a link to sign in outlive a mail server that is away, and a restart', async () => {
  const { link } = await ask(cast.ana, createInvitation, stage, wanted);
  await new Browser(server).post('sign-in/magic-link', { email: 'ben@example.org' });
  await until(() => states().length === 2 && states().every((state) => state === 'failed'));
  expect(JSON.stringify(mailsStored())).not.toContain(tokenOf(link));
  expect(await ask(cast.ana, listMails, stage, {})).toMatchObject([{ to: invitee, delivery: 'failed', text: '' }]);

  server = await server.restart();
  cast = castOn(server, cast);
  office = await openPostOffice(port);
  tryAgainNow();
  const invitation = await office.next(invitee);
  expect(invitation.secret).toBe(tokenOf(link));
  expect(await ask(cast.oda, acceptInvitation, {}, { token: invitation.secret })).toEqual({
    proposalId: stage.proposalId,
  });
  const ben = new Browser(server);
  const { secret } = await office.next('ben@example.org');
  expect((await ben.post('magic-link/verify', { token: secret })).json).toEqual({ ok: true });

  // Of the proposal's mail it is known that it left; of the personal one nothing is left.
  await until(() => states().join() === 'smtp');
  expect(await ask(cast.ana, listMails, stage, {})).toMatchObject([{ to: invitee, delivery: 'smtp', text: '' }]);
});

test('a link that is of no use any more is not sent when the mail server is back', async () => {
  await new Browser(server).post('sign-in/magic-link', { email: 'ben@example.org' });
  await until(() => states().join() === 'failed');
  server.deps.database.driver.exec('UPDATE mail SET expires_at = 1');
  office = await openPostOffice(port);
  tryAgainNow();
  await until(() => states().length === 0);
  expect(office.received).toEqual([]);
});

test('nothing is ever sent to the address that a guest has for having one', async () => {
  office = await openPostOffice(port);
  const { token } = await guestLink(cast.ana, stage.proposalId);
  const gil = await enter(server, token, 'Gil');
  const { driver } = server.deps.database;
  const { email } = driver.prepare('SELECT email FROM user WHERE id = ?').get(gil.id) as { email: string };
  expect(email).toMatch(/@guest\.invalid$/);
  const browser = new Browser(server);
  for (const path of ['sign-in/magic-link', 'request-password-reset', 'send-verification-email']) {
    await browser.post(path, { email });
  }
  await ask(cast.ana, createInvitation, stage, { ...wanted, email });
  // Comes after all of those.
  await browser.post('sign-in/magic-link', { email: 'ben@example.org' });
  await office.next('ben@example.org');
  await until(() => states().length === 0);
  expect(office.received.map(({ to }) => to)).toEqual(['ben@example.org']);
});
