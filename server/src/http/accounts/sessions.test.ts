// Where somebody is signed in, and how that ends. And a second factor, which every way in but a passkey asks for.
import { createHmac } from 'node:crypto';
import * as api from '@adagia/shared/api/account';
import { addOrganisation, createProposal } from '@adagia/shared/api/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, refusal } from '../../testing/ask.ts';
import { Browser } from '../../testing/browser.ts';
import { openSocket } from '../../testing/live-socket.ts';
import {
  emailOf,
  newProposal,
  PASSWORD,
  startTestServer,
  type TestPerson,
  type TestServer,
} from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.dispose());

async function signIn(name: string, headers: Record<string, string> = {}): Promise<Browser> {
  const browser = new Browser(server);
  await browser.post('sign-in/email', { email: emailOf(name), password: PASSWORD }, headers);
  return browser;
}

/** The same person in a browser. */
function at(browser: Browser, { name }: TestPerson): TestPerson {
  return {
    name,
    cookie: browser.cookie,
    async call({ method, path }, params, body) {
      const filled = path.replace(/:(\w+)/, (_, key: string) => (params as Record<string, string>)[key] ?? '');
      const isGet = method === 'GET';
      const response = await browser.fetch(filled, {
        method,
        ...(!isGet && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }),
      });
      return { status: response.status, json: (await response.json()) as never };
    },
  };
}

test('sessions are listed with device and address, and one that is ended is closed at once', async () => {
  const ana = await server.signUp('Ana');
  const { id: proposalId } = await ask(ana, createProposal, {}, newProposal);
  const claim = {
    'user-agent': 'Firefox on a phone',
    'x-forwarded-for': '203.0.113.7',
    'x-adagia-address': '203.0.113.8',
  };
  const phone = await signIn('Ana', claim);
  const socket = await openSocket(server, phone, proposalId);
  const own = await openSocket(server, ana, proposalId);
  const sessions = await ask(ana, api.listSessions, {}, {});
  expect(sessions).toHaveLength(2);
  const other = sessions.find(({ isCurrent }) => !isCurrent);
  // What anybody can claim in a header is not shown as where they were.
  expect(other).toMatchObject({ userAgent: 'Firefox on a phone', address: '127.0.0.1' });
  expect(JSON.stringify(sessions)).not.toContain('token');

  const ben = await server.signUp('Ben');
  const stolen = await refusal(ben, api.endSession, { sessionId: other?.id ?? '' });
  expect(stolen.code).toBe('not-found');
  await ask(ana, api.endSession, { sessionId: other?.id ?? '' }, {});
  expect(await socket.closed).toBe('sessionEnded');
  expect(await phone.whoIsIn()).toBe(null);
  expect(await ask(ana, api.listSessions, {}, {})).toHaveLength(1);
  own.close();
  expect(await own.closed).not.toBe('sessionEnded');
});

test('a new password asks for the old one, ends all other sessions, and leaves this one as it is', async () => {
  const eve = await server.signUp('Eve');
  const { id: proposalId } = await ask(eve, createProposal, {}, newProposal);
  const phone = await signIn('Eve');
  const socket = await openSocket(server, phone, proposalId);
  const here = await signIn('Eve');
  const wrong = await here.post('change-password', {
    currentPassword: 'not hers at all',
    newPassword: 'another password',
  });
  expect(wrong.json.code).toBe('INVALID_PASSWORD');
  expect(await phone.whoIsIn()).toBe('Eve');
  const right = await here.post('change-password', { currentPassword: PASSWORD, newPassword: 'another password' });
  expect(right.json).toEqual({ ok: true });
  expect(await socket.closed).toBe('sessionEnded');
  expect([await phone.whoIsIn(), await here.whoIsIn()]).toEqual([null, 'Eve']);
  const nobody = await new Browser(server).post('change-password', {
    currentPassword: PASSWORD,
    newPassword: 'x'.repeat(12),
  });
  expect(nobody.status).toBe(401);
});

test('every way in gives a cookie of its own, whatever the browser sent before', async () => {
  await server.signUp('Fay');
  const fixed = 'adagia.session_token=fixed.by-somebody-else';
  const first = await new Browser(server).post(
    'sign-in/email',
    { email: emailOf('Fay'), password: PASSWORD },
    { cookie: fixed },
  );
  const second = await new Browser(server).post('sign-in/email', { email: emailOf('Fay'), password: PASSWORD });
  const tokens = [first, second].map(({ cookies }) => cookies.join().match(/session_token=([^;]+)/)?.[1]);
  expect(tokens[0]).not.toContain('fixed');
  expect(tokens[0]).not.toBe(tokens[1]);
});

/** RFC 6238, as an app on a phone computes it. */
function codeOf(totpURI: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const letters = new URL(totpURI).searchParams.get('secret') ?? '';
  const bits = Array.from(letters, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('a second factor asks for the password, begins with a right code, and is then asked for by password and by link', async () => {
  const gus = await server.signUp('Gus');
  const here = await signIn('Gus');
  expect((await here.post('two-factor/enable', { password: 'not his' })).json.code).toBe('INVALID_PASSWORD');
  const { json } = await here.post('two-factor/enable', { password: PASSWORD });
  const { totpURI, backupCodes } = json as { totpURI: string; backupCodes: string[] };
  expect(backupCodes).toHaveLength(10);
  // Not yet: a secret that no app has would lock him out.
  expect(await (await signIn('Gus')).whoIsIn()).toBe('Gus');
  const before = here.cookie;
  expect((await here.post('two-factor/verify-totp', { code: codeOf(totpURI) })).json).toEqual({ ok: true });
  expect(here.cookie).not.toBe(before);
  expect((await ask(at(here, gus), api.getAccount, {}, {})).hasSecondFactor).toBe(true);

  const later = await signIn('Gus');
  expect(await later.whoIsIn()).toBe(null);
  expect((await later.post('two-factor/verify-totp', { code: '000000' })).json.code).toBe('INVALID_CODE');
  expect((await later.post('two-factor/verify-totp', { code: codeOf(totpURI) })).json).toEqual({ ok: true });
  expect(await later.whoIsIn()).toBe('Gus');

  const byCode = await signIn('Gus');
  expect((await byCode.post('two-factor/verify-backup-code', { code: backupCodes[0] ?? '' })).status).toBe(200);
  expect(await byCode.whoIsIn()).toBe('Gus');
  const again = await signIn('Gus');
  expect((await again.post('two-factor/verify-backup-code', { code: backupCodes[0] ?? '' })).status).toBe(401);

  const link = new Browser(server);
  await link.post('sign-in/magic-link', { email: emailOf('Gus') });
  // Without SMTP the mail stays in the mailbox of the installation.
  const mails = await ask(await firstPerson(), api.listInstallationMails, {}, {});
  const token = mails.map(({ text }) => /sign-in#([0-9a-f]{64})/.exec(text)?.[1]).find(Boolean);
  expect((await link.post('magic-link/verify', { token })).json).toEqual({ ok: true, twoFactorRedirect: true });
  expect(await link.whoIsIn()).toBe(null);

  const rows = JSON.stringify(server.deps.database.driver.prepare('SELECT * FROM two_factor').all());
  expect(rows).not.toContain(new URL(totpURI).searchParams.get('secret'));
  expect(rows).not.toContain(backupCodes[1]);
});

/** Ana has the first account, and so looks after the installation. */
async function firstPerson(): Promise<TestPerson> {
  return at(await signIn('Ana'), { name: 'Ana', cookie: '', call: async () => ({ status: 0, json: null as never }) });
}

test('the mailbox of the installation is for whoever looks after it', async () => {
  const hal = await server.signUp('Hal');
  expect((await refusal(hal, api.listInstallationMails, {})).code).toBe('forbidden');
});

test('turning the second factor on and off leaves the other tabs of this browser open, until its session ends', async () => {
  const kim = await server.signUp('Kim');
  const { id: proposalId } = await ask(kim, createProposal, {}, newProposal);
  const here = await signIn('Kim');
  const tab = await openSocket(server, here, proposalId);
  const { json } = await here.post('two-factor/enable', { password: PASSWORD });
  const first = here.cookie;
  await here.post('two-factor/verify-totp', { code: codeOf(json.totpURI as string) });
  const second = here.cookie;
  expect((await here.post('two-factor/disable', { password: PASSWORD })).status).toBe(200);
  expect(new Set([first, second, here.cookie]).size).toBe(3);
  // The old cookies are worth nothing any more.
  for (const cookie of [first, second])
    expect((await fetch(`${server.url}/api/me`, { headers: { cookie } })).status).toBe(401);
  // It is still told what happens.
  await ask(at(here, kim), addOrganisation, { proposalId }, { legalName: 'Scoala Verde', country: 'RO' });
  const told = tab.hinted('people').then(() => 'told');
  expect(await Promise.race([tab.closed, told])).toBe('told');
  await here.post('sign-out');
  expect(await tab.closed).toBe('sessionEnded');
});

test('guesses at the second factor end after five', async () => {
  await server.signUp('Ida');
  const here = await signIn('Ida');
  const { json } = await here.post('two-factor/enable', { password: PASSWORD });
  await here.post('two-factor/verify-totp', { code: codeOf(json.totpURI as string) });
  const guesser = await signIn('Ida');
  for (let guess = 0; guess < 5; guess += 1) await guesser.post('two-factor/verify-totp', { code: '000000' });
  expect((await guesser.post('two-factor/verify-totp', { code: codeOf(json.totpURI as string) })).status).not.toBe(200);
  expect(await guesser.whoIsIn()).toBe(null);
});
