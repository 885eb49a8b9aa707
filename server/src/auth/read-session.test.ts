// Our way to read a session against better-auth's own: on cookies of all kinds the two agree.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@adagia/db/open-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Auth, createAuth } from './create-auth.ts';
import type { AuthEvents } from './make-better-auth.ts';
import { sessionReader } from './read-session.ts';

const SECRET = 'a secret of at least thirty-two characters';
const dataDir = mkdtempSync(join(tmpdir(), 'adagia-auth-'));
const nothing = () => undefined;
const noEvents: AuthEvents = {
  accountCreated: nothing,
  mayStartSession: () => true,
  mayComeByProvider: () => true,
  sessionStarted: nothing,
  sessionEnded: nothing,
  sessionReplaced: nothing,
  linkAsked: nothing,
  signedUp: nothing,
  signedUpAgain: nothing,
  passwordReset: nothing,
  claimed: nothing,
};
let database: Database;

/** Signed in over http or https. @returns the cookie pair that the browser sends back */
async function signedIn(publicUrl: string, email: string): Promise<{ auth: Auth; cookie: string }> {
  const auth = createAuth({
    database,
    publicUrl,
    secret: SECRET,
    requiresVerifiedEmail: false,
    oidc: null,
    events: noEvents,
  });
  const request = new Request(`${publicUrl}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Ana', email, password: 'a long password' }),
  });
  const response = await auth.handle(request);
  return { auth, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

/** What better-auth itself says. */
async function asked(auth: Auth, publicUrl: string, cookie: string): Promise<string | null> {
  const response = await auth.handle(new Request(`${publicUrl}/api/auth/get-session`, { headers: { cookie } }));
  const found = (await response.json()) as { user: { id: string } } | null;
  return found?.user.id ?? null;
}

beforeAll(() => {
  database = openDatabase(dataDir);
});
afterAll(() => {
  database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const changes: [string, (pair: string) => string][] = [
  ['as it is', (pair) => pair],
  ['among others', (pair) => `theme=dark; ${pair}; other=1`],
  ['with another token', (pair) => pair.replace(/=./, (start) => (start === '=A' ? '=B' : '=A'))],
  [
    'with another signature',
    // E: the two lowest bits of the last sign are nobody's.
    (pair) => pair.replace(/(.)(%3D)?$/, (_, last: string, end = '') => (last === 'A' ? 'E' : 'A') + end),
  ],
  ['with something behind it', (pair) => `${pair}x`],
  ['with spaces in it', (pair) => pair.replace('%3D', '%20%3D')],
  ['without a signature', (pair) => pair.split('.')[0] ?? ''],
  ['under another name', (pair) => pair.replace('session_token', 'session')],
  ['empty', () => 'adagia.session_token='],
  ['broken', () => 'adagia.session_token=%E0%A4%A'],
  ['no cookie at all', () => ''],
];

for (const publicUrl of ['http://localhost:3000', 'https://adagia.example.org']) {
  test(`a session over ${publicUrl.split(':')[0]} is read as better-auth reads it`, async () => {
    const { auth, cookie } = await signedIn(publicUrl, `ana@${publicUrl.length}.example.org`);
    const read = sessionReader({ database, secret: SECRET, isSecure: publicUrl.startsWith('https'), now: Date.now });
    expect(read(cookie)?.name).toBe('Ana');
    for (const [what, change] of changes) {
      const sent = change(cookie);
      expect(read(sent)?.userId ?? null, what).toBe(await asked(auth, publicUrl, sent));
    }
  });
}

test('an expired session is none, nor is one that was signed out', async () => {
  const publicUrl = 'http://localhost:3000';
  const { auth, cookie } = await signedIn(publicUrl, 'eve@example.org');
  const later = Date.now() + 31 * 24 * 60 * 60 * 1000;
  expect(sessionReader({ database, secret: SECRET, isSecure: false, now: () => later })(cookie)).toBe(null);
  const read = sessionReader({ database, secret: SECRET, isSecure: false, now: Date.now });
  expect(read(cookie)).not.toBe(null);
  await auth.handle(new Request(`${publicUrl}/api/auth/sign-out`, { method: 'POST', headers: { cookie } }));
  expect(read(cookie)).toBe(null);
});

test('a session of another secret is none', async () => {
  const { cookie } = await signedIn('http://localhost:3000', 'ben@example.org');
  expect(sessionReader({ database, secret: `${SECRET}!`, isSecure: false, now: Date.now })(cookie)).toBe(null);
});
