// Signing in by another program, with a real one: what it is asked, whom it brings in, and whom it does not.
import { saveSetting } from '@adagia/db/repositories/installation';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser } from '../../testing/browser.ts';
import { type IdentityProvider, openIdentityProvider } from '../../testing/identity-provider.ts';
import { emailOf, freePort, PASSWORD, startTestServer, type TestServer } from '../../testing/test-server.ts';

let provider: IdentityProvider;
let server: TestServer;

beforeAll(async () => {
  const port = await freePort();
  provider = await openIdentityProvider(`http://localhost:${port}/api/auth/callback/oidc`);
  server = await startTestServer({
    PORT: String(port),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: 'University of Leuven',
  });
});
afterAll(async () => {
  await server.dispose();
  await provider.close();
});

async function begin(browser: Browser, next = '/new'): Promise<string> {
  const { json } = await browser.post('sign-in/oidc', { next });
  return json.url as string;
}

/** Away and back. @returns where the person ends up */
async function signIn(browser: Browser, account: string): Promise<string> {
  const back = await provider.signIn(await begin(browser), account);
  const response = await browser.fetch(back);
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  return response.headers.get('location') ?? '';
}

test('a newcomer comes in with the name and the address that the provider vouches for, by PKCE, state and nonce', async () => {
  provider.people.set('zoe', { email: 'zoe@leuven.example', email_verified: true, name: 'Zoë Weiß' });
  const browser = new Browser(server);
  expect(await signIn(browser, 'zoe')).toBe(`${server.url}/new`);
  expect(await browser.whoIsIn()).toBe('Zoë Weiß');
  const asked = Object.fromEntries(provider.asked.at(-1) ?? []);
  expect(asked).toMatchObject({ code_challenge_method: 'S256', response_type: 'code', scope: 'openid email profile' });
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name], name).toMatch(/^[\w-]{20,}$/);
  // The second time it is the same account.
  await signIn(new Browser(server), 'zoe');
  const count = server.deps.database.driver.prepare("SELECT count(*) AS n FROM user WHERE email LIKE 'zoe@%'").get();
  expect(count).toEqual({ n: 1 });
});

test('an account with the same confirmed address is the same person; with one that is not confirmed it stays closed', async () => {
  await server.signUp('Ana');
  await server.signUp('Ben');
  server.deps.database.driver.exec("UPDATE user SET email_verified = 1 WHERE name = 'Ana'");
  provider.people.set('ana', { email: emailOf('Ana'), email_verified: true, name: 'Ana of Leuven' });
  provider.people.set('ben', { email: emailOf('Ben'), email_verified: true, name: 'Ben of Leuven' });
  const ana = new Browser(server);
  await signIn(ana, 'ana');
  expect(await ana.whoIsIn()).toBe('Ana');
  const ben = new Browser(server);
  expect(await signIn(ben, 'ben')).toBe(`${server.url}/sign-in?error=account_not_linked`);
  expect(await ben.whoIsIn()).toBe(null);
  const own = new Browser(server);
  expect((await own.post('sign-in/email', { email: emailOf('Ana'), password: PASSWORD })).status).toBe(200);
});

test('an address that the provider does not vouch for opens nothing and makes nothing', async () => {
  await server.signUp('Eve');
  server.deps.database.driver.exec("UPDATE user SET email_verified = 1 WHERE name = 'Eve'");
  provider.people.set('eve', { email: emailOf('Eve'), email_verified: false, name: 'Not Eve' });
  provider.people.set('new', { email: 'new@leuven.example', name: 'New' });
  for (const account of ['eve', 'new']) {
    const browser = new Browser(server);
    expect(await signIn(browser, account), account).toMatch(/\/sign-in\?error=/);
    expect(await browser.whoIsIn(), account).toBe(null);
  }
});

test('where accounts are for invited people, the provider brings in no others', async () => {
  const { orm } = server.deps.database;
  saveSetting(orm, { name: 'sign-up', value: 'invited', changedBy: 'nobody', at: 1 });
  provider.people.set('uma', { email: 'uma@leuven.example', email_verified: true, name: 'Uma' });
  const [uma, zoe] = [new Browser(server), new Browser(server)];
  expect(await signIn(uma, 'uma')).toBe(`${server.url}/sign-in?error=unable_to_create_user`);
  expect(await uma.whoIsIn()).toBe(null);
  await signIn(zoe, 'zoe');
  expect(await zoe.whoIsIn()).toBe('Zoë Weiß');
  saveSetting(orm, { name: 'sign-up', value: 'open', changedBy: 'nobody', at: 2 });
});

test('an answer for another browser, a used one and a made-up one sign nobody in', async () => {
  const mine = new Browser(server);
  const back = await provider.signIn(await begin(mine), 'zoe');
  const other = new Browser(server);
  await other.fetch(back);
  expect(await other.whoIsIn()).toBe(null);
  await mine.fetch(back);
  const again = new Browser(server);
  await again.fetch(back);
  expect(await again.whoIsIn()).toBe(null);
  const madeUp = new Browser(server);
  await begin(madeUp);
  const response = await madeUp.fetch('/api/auth/callback/oidc?code=x&state=y');
  expect(response.headers.get('location')).toMatch(/\/sign-in\?error=/);
  expect(await madeUp.whoIsIn()).toBe(null);
});

test('nobody is sent to another site afterwards', async () => {
  const browser = new Browser(server);
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    expect((await browser.post('sign-in/oidc', { next })).status, next).toBe(422);
  }
});

test('where no provider is set there is no such way to sign in', async () => {
  const without = await startTestServer();
  const browser = new Browser(without);
  const { status, json } = await browser.post('sign-in/oidc', { next: '/' });
  expect([status, json.code]).toEqual([404, 'not-found']);
  expect((await browser.fetch('/api/auth/callback/oidc?code=x&state=y')).status).toBe(404);
  await without.dispose();
});

test('a provider that cannot be reached at the start is found when it is there', async () => {
  const [own, theirs] = [await freePort(), await freePort()];
  const settings = { OIDC_ISSUER: `http://127.0.0.1:${theirs}`, OIDC_CLIENT_ID: 'adagia' };
  const alone = await startTestServer({ ...settings, PORT: String(own), OIDC_CLIENT_SECRET: provider.clientSecret });
  const browser = new Browser(alone);
  const { status, json } = await browser.post('sign-in/oidc', { next: '/' });
  expect([status, json.code]).toEqual([502, 'PROVIDER_UNREACHABLE']);
  const late = await openIdentityProvider(`${alone.url}/api/auth/callback/oidc`, theirs);
  late.people.set('zoe', { email: 'zoe@leuven.example', email_verified: true, name: 'Zoë' });
  await browser.fetch(await late.signIn(await begin(browser), 'zoe'));
  expect(await browser.whoIsIn()).toBe('Zoë');
  await alone.dispose();
  await late.close();
});
