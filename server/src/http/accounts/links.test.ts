// Everything that goes by mail, through a real SMTP server: confirming an address, signing in by a link, a new password, a new address.
import { changeAccountEmail, getAccount } from '@adagia/shared/api/account';
import { must } from '@adagia/shared/assert';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../testing/ask.ts';
import { Browser } from '../../testing/browser.ts';
import { openSocket } from '../../testing/live-socket.ts';
import { openPostOffice, type PostOffice } from '../../testing/post-office.ts';
import { newProposal, PASSWORD, startTestServer, type TestServer } from '../../testing/test-server.ts';

let office: PostOffice;
let server: TestServer;

beforeAll(async () => {
  office = await openPostOffice();
  server = await startTestServer({ SMTP_URL: office.url });
});
afterAll(async () => {
  await server.dispose();
  await office.close();
});

const addressOf = (name: string) => `${name.toLowerCase()}@example.org`;
const signUpBody = (name: string, password = PASSWORD) => ({ name, email: addressOf(name), password });

/** Somebody with a confirmed address, signed in. */
async function member(name: string): Promise<Browser> {
  const browser = new Browser(server);
  await browser.post('sign-up/email', signUpBody(name));
  await browser.post('verify-email', { token: (await office.next(addressOf(name))).secret });
  await browser.post('sign-in/email', { email: addressOf(name), password: PASSWORD });
  expect(await browser.whoIsIn()).toBe(name);
  return browser;
}

/** Everything in the database, as text. */
function stored(): string {
  const { driver } = server.deps.database;
  const tables = driver.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
  return JSON.stringify(tables.map(({ name }) => driver.prepare(`SELECT * FROM "${name}"`).all()));
}

test('an account can be used when its address is confirmed, by a link that works once', async () => {
  const browser = new Browser(server);
  const signedUp = await browser.post('sign-up/email', signUpBody('Ana'));
  expect(signedUp).toEqual({ status: 200, json: { ok: true, mustVerify: true }, cookies: [] });
  const mail = await office.next('ana@example.org');
  expect(mail.source).toContain('Subject: Confirm your e-mail address');
  expect(mail.source).toMatch(/Content-Type: text\/plain[^]*Content-Type: text\/html/i);
  expect(mail.secret).toMatch(/^[0-9a-f]{64}$/);
  expect(stored()).not.toContain(mail.secret);

  const early = await browser.post('sign-in/email', { email: 'ana@example.org', password: PASSWORD });
  expect([early.status, early.json.code]).toEqual([403, 'EMAIL_NOT_VERIFIED']);
  // Only whoever knows the password learns that.
  const guess = await browser.post('sign-in/email', { email: 'ana@example.org', password: 'a wrong guess' });
  expect(guess.json.code).toBe('INVALID_EMAIL_OR_PASSWORD');

  expect((await browser.post('verify-email', { token: mail.secret })).json).toEqual({ ok: true });
  expect((await browser.post('verify-email', { token: mail.secret })).json.code).toBe('INVALID_TOKEN');
  expect(await browser.whoIsIn()).toBe(null);
  expect((await browser.post('sign-in/email', { email: 'ana@example.org', password: PASSWORD })).status).toBe(200);
  expect(await browser.whoIsIn()).toBe('Ana');
});

test('whoever asks with the address of somebody else is told what a newcomer is told, and the owner hears of it', async () => {
  await member('Ben');
  const stranger = new Browser(server);
  const forBen = await stranger.post('sign-up/email', { ...signUpBody('Stranger'), email: 'BEN@example.org' });
  const forNobody = await stranger.post('sign-up/email', { ...signUpBody('Stranger'), email: 'nobody@example.org' });
  expect(forBen).toEqual(forNobody);
  expect((await office.next('ben@example.org')).source).toContain('You have an account in Adagia already');
  await office.next('nobody@example.org');
  for (const path of ['sign-in/magic-link', 'request-password-reset', 'send-verification-email']) {
    const known = await stranger.post(path, { email: 'ben@example.org' });
    expect(known, path).toEqual(await stranger.post(path, { email: 'unknown@example.org' }));
    expect(known, path).toEqual({ status: 200, json: { ok: true }, cookies: [] });
  }
  expect((await office.next('unknown@example.org')).source).toContain('No account in Adagia with this address');
});

test('a link signs in once, under a new cookie', async () => {
  await member('Cleo');
  const browser = new Browser(server);
  await browser.post('sign-in/magic-link', { email: 'Cleo@example.org' });
  const { secret, source } = await office.next('cleo@example.org');
  expect(source).toContain('/link/sign-in#');
  expect(stored()).not.toContain(secret);
  const signedIn = await browser.post('magic-link/verify', { token: secret }, { cookie: 'adagia.session_token=fixed' });
  expect(signedIn.json).toEqual({ ok: true });
  expect(await browser.whoIsIn()).toBe('Cleo');
  expect(browser.cookie).not.toContain('fixed');
  expect((await new Browser(server).post('magic-link/verify', { token: secret })).json.code).toBe('INVALID_TOKEN');
});

test('whoever owns the mailbox takes over an account that somebody else made with it, and all that they put into it', async () => {
  const squatter = new Browser(server);
  await squatter.post('sign-up/email', signUpBody('Dora', 'the password of a squatter'));
  await office.next('dora@example.org');
  const { driver } = server.deps.database;
  const { id } = driver.prepare("SELECT id FROM user WHERE email = 'dora@example.org'").get() as { id: string };
  driver.exec(`INSERT INTO passkey (id, public_key, user_id, credential_id, counter, device_type, backed_up)
               VALUES ('squat', 'x', '${id}', 'x', 0, 'singleDevice', 0)`);
  const owner = new Browser(server);
  await owner.post('sign-in/magic-link', { email: 'dora@example.org' });
  await owner.post('magic-link/verify', { token: (await office.next('dora@example.org')).secret });
  expect(await owner.whoIsIn()).toBe('Dora');
  expect(driver.prepare("SELECT count(*) AS n FROM passkey WHERE id = 'squat'").get()).toEqual({ n: 0 });
  const again = await squatter.post('sign-in/email', {
    email: 'dora@example.org',
    password: 'the password of a squatter',
  });
  expect(again.json.code).toBe('INVALID_EMAIL_OR_PASSWORD');
});

test('the link leads on to where the person was about to go, also from another device, and never elsewhere', async () => {
  await member('Ivo');
  const browser = new Browser(server);
  const next = `/join#${'ab'.repeat(32)}`;
  const ofMail = async (path: string, place: string) => {
    await browser.post(path, { email: 'ivo@example.org', next: place });
    return must(/(#[0-9a-f]{64}\S*)/.exec((await office.next('ivo@example.org')).source)?.[1]);
  };
  expect(await ofMail('sign-in/magic-link', next)).toMatch(/^#[0-9a-f]{64}~%2Fjoin%23(?:ab){32}$/);
  expect(await ofMail('request-password-reset', next)).toMatch(/~%2Fjoin%23(?:ab){32}$/);
  expect(await ofMail('sign-in/magic-link', '')).toMatch(/^#[0-9a-f]{64}$/);
  expect(stored()).not.toContain('ab'.repeat(32));
  const elsewhere = await browser.post('sign-in/magic-link', { email: 'ivo@example.org', next: '//elsewhere.example' });
  expect(elsewhere.status).toBe(422);
});

test('mails speak the language of the account, and that of the browser to whoever has none', async () => {
  const browser = new Browser(server);
  const greek = { 'accept-language': 'el-GR,el;q=0.9,en;q=0.8' };
  await browser.post('sign-up/email', signUpBody('Kira'), greek);
  const verify = await office.next('kira@example.org');
  expect(verify.source).toContain('<html lang="el">');
  await browser.post('verify-email', { token: verify.secret });
  // Asked for from a browser in another language, perhaps by somebody else.
  await new Browser(server).post('sign-in/magic-link', { email: 'kira@example.org' }, { 'accept-language': 'de' });
  expect((await office.next('kira@example.org')).source).toContain('με αυτόν τον σύνδεσμο μπαίνετε στο Adagia');
  await browser.post('sign-in/magic-link', { email: 'niemand@example.org' }, { 'accept-language': 'de' });
  expect((await office.next('niemand@example.org')).source).toContain('Es gibt kein Konto damit');
});

test('a new password by mail ends every session and closes its sockets; the link works once and is stored nowhere', async () => {
  const browser = await member('Eve');
  const created = await browser.fetch('/api/proposals', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(newProposal),
  });
  const socket = await openSocket(server, browser, ((await created.json()) as { id: string }).id);
  await browser.post('request-password-reset', { email: 'eve@example.org' });
  await browser.post('request-password-reset', { email: 'eve@example.org' });
  const { secret } = await office.next('eve@example.org');
  const { secret: second } = await office.next('eve@example.org');
  expect(stored()).not.toContain(secret);
  const short = await browser.post('reset-password', { token: secret, newPassword: 'short' });
  expect(short.json.code).toBe('PASSWORD_TOO_SHORT');
  expect((await browser.post('reset-password', { token: secret, newPassword: 'quite another one' })).status).toBe(200);
  expect(await socket.closed).toBe('sessionEnded');
  expect(await browser.whoIsIn()).toBe(null);
  // Those that were asked for besides are of no use either.
  for (const token of [secret, second]) {
    expect((await browser.post('reset-password', { token, newPassword: 'yet another one' })).json.code).toBe(
      'INVALID_TOKEN',
    );
  }
  expect((await browser.post('sign-in/email', { email: 'eve@example.org', password: PASSWORD })).status).toBe(401);
  expect(
    (await browser.post('sign-in/email', { email: 'eve@example.org', password: 'quite another one' })).status,
  ).toBe(200);
  expect((await office.next('eve@example.org')).source).toContain('Your password was changed');
});

test('a new address counts when its mailbox says so, the old one is told, and that of somebody else is never named', async () => {
  const browser = await member('Fay');
  const call: Parameters<typeof ask>[0]['call'] = async ({ method, path }, _, body) => {
    const response = await browser.fetch(path, {
      method,
      ...(method !== 'GET' && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as never };
  };
  const fay = { name: 'Fay', call };
  const wanted = { email: 'Fay.New@example.org', password: PASSWORD };
  expect(await ask(fay, changeAccountEmail, {}, wanted)).toEqual({ isChanged: false });
  // Ben's, from the test before.
  expect(await ask(fay, changeAccountEmail, {}, { ...wanted, email: 'ben@example.org' })).toEqual({ isChanged: false });
  expect((await ask(fay, getAccount, {}, {})).email).toBe('fay@example.org');
  const { secret } = await office.next('fay.new@example.org');
  expect((await browser.post('change-email', { token: secret })).status).toBe(200);
  expect((await browser.post('change-email', { token: secret })).status).toBe(400);
  expect(await ask(fay, getAccount, {}, {})).toMatchObject({ email: 'fay.new@example.org', isEmailVerified: true });
  expect((await office.next('fay@example.org')).source).toContain('fay.new@example.org');
});

test('mails with keys in them are not kept where they leave the server', async () => {
  const kept = () => server.deps.database.driver.prepare('SELECT count(*) AS n FROM mail').get();
  await expect.poll(kept).toEqual({ n: 0 });
});

test('answers to questions about addresses do not wait for what is looked up', async () => {
  const browser = new Browser(server);
  // Whatever is asked of the database now fails: an answer that came after it would say so.
  server.deps.database.driver.exec('ALTER TABLE user RENAME TO hidden');
  try {
    for (const path of ['sign-in/magic-link', 'request-password-reset', 'send-verification-email']) {
      expect((await browser.post(path, { email: 'ben@example.org' })).json, path).toEqual({ ok: true });
    }
    expect((await browser.post('sign-up/email', signUpBody('Gus'))).json).toEqual({ ok: true, mustVerify: true });
  } finally {
    server.deps.database.driver.exec('ALTER TABLE hidden RENAME TO user');
  }
});
