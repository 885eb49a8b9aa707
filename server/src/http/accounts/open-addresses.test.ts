// What holds for every address of `/api/auth`: other sites get nothing done there, nothing is stored on the way, every cookie is closed to
// scripts and to other sites, and what better-auth has beside them does not exist.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AUTH_PATHS } from '../../testing/auth-paths.ts';
import { Browser } from '../../testing/browser.ts';
import { openIdentityProvider } from '../../testing/identity-provider.ts';
import { emailOf, freePort, PASSWORD, startTestServer, type TestServer } from '../../testing/test-server.ts';

const PUBLIC = 'https://adagia.example.org';
let server: TestServer;
let closeProvider: () => Promise<void>;

beforeAll(async () => {
  const provider = await openIdentityProvider(`${PUBLIC}/api/auth/callback/oidc`);
  closeProvider = () => provider.close();
  server = await startTestServer({
    PORT: String(await freePort()),
    PUBLIC_URL: PUBLIC,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  });
  await server.signUp('Ana');
});
afterAll(async () => {
  await server.dispose();
  await closeProvider();
});

test.each(AUTH_PATHS)('%s takes nothing from another site, and tells nobody where it was asked from', async (path) => {
  const foreign = await fetch(`${server.url}/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
    body: '{}',
  });
  expect([foreign.status, ((await foreign.json()) as { code: string }).code]).toEqual([403, 'foreign-origin']);
  expect(foreign.headers.getSetCookie()).toEqual([]);
  const own = await fetch(`${server.url}/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: PUBLIC },
    body: '{}',
  });
  expect(own.status).not.toBe(403);
  expect(own.status).toBeLessThan(500);
  expect(own.headers.get('referrer-policy')).toBe('no-referrer');
  expect(own.headers.get('x-content-type-options')).toBe('nosniff');
  // A link on another page asks for nothing either.
  expect((await fetch(`${server.url}/api/auth/${path}`)).status).toBe(404);
});

test('what better-auth has besides does not exist', async () => {
  for (const path of [
    'get-session',
    'list-sessions',
    'revoke-sessions',
    'update-user',
    'delete-user',
    'set-password',
    'verify-password',
    'link-social',
    'list-accounts',
    'unlink-account',
    'sign-in/social',
    'two-factor/get-totp-uri',
    'two-factor/send-otp',
    'passkey/list-user-passkeys',
    'passkey/update-passkey',
    'error',
    'ok',
  ]) {
    for (const method of ['GET', 'POST']) {
      const body = method === 'POST' ? { body: '{}' } : {};
      expect((await fetch(`${server.url}/api/auth/${path}`, { method, ...body })).status, `${method} ${path}`).toBe(
        404,
      );
    }
  }
});

test('every cookie is closed to scripts, to other sites and to plain http', async () => {
  const browser = new Browser(server);
  const signedIn = await browser.post('sign-in/email', { email: emailOf('Ana'), password: PASSWORD });
  const challenge = await new Browser(server).post('passkey/generate-authenticate-options');
  const away = await new Browser(server).post('sign-in/oidc', { next: '/' });
  for (const { cookies, status } of [signedIn, challenge, away]) {
    expect(status).toBe(200);
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Secure-adagia\./);
      for (const flag of [/; HttpOnly/i, /; SameSite=Lax/i, /; Secure/i, /; Path=\//i]) expect(cookie).toMatch(flag);
    }
  }
});
