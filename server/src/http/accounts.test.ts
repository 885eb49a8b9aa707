// Signing up, in and out, as a browser does it; and what somebody who guesses passwords meets.
import { getMe } from '@adagia/shared/api/people';
import { problemSchema } from '@adagia/shared/api/problem';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ask, refusal } from '../testing/ask.ts';
import { hire, newStage, type People } from '../testing/cast.ts';
import { openSocket } from '../testing/live-socket.ts';
import { cookieOf, emailOf, PASSWORD, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let cast: People;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
afterAll(() => server.dispose());

function post(path: string, body: object, headers: Record<string, string> = {}, at = server): Promise<Response> {
  return fetch(`${at.url}/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code;

test('who signs up is signed in, under the name and the address that they gave', async () => {
  const response = await post('sign-up/email', { name: '  Zoë Weiß ', email: 'zoe@Example.org', password: PASSWORD });
  expect(response.status).toBe(200);
  const cookie = cookieOf(response);
  const me = (await (await fetch(`${server.url}/api/me`, { headers: { cookie } })).json()) as object;
  expect(me).toMatchObject({ name: 'Zoë Weiß', email: 'zoe@example.org' });
  expect(
    await codeOf(await post('sign-up/email', { name: 'Zoë', email: 'Zoe.Weiß@Example.org', password: PASSWORD })),
  ).toBe('INVALID_EMAIL');
});

test('the session is a cookie that no script and no other site can use, and is nowhere else', async () => {
  const response = await post('sign-in/email', { email: emailOf('Ana'), password: PASSWORD });
  const cookie = response.headers.getSetCookie().join('\n');
  expect(cookie).toMatch(/adagia\.session_token=[^;]+;.*HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).not.toMatch(/Secure/i);
  expect(await response.text()).toBe('{"ok":true}');
});

test('behind https the cookie travels over https alone', async () => {
  const secure = await startTestServer({ PUBLIC_URL: 'https://adagia.example.org' });
  const person = { name: 'Ana', email: 'ana@example.org', password: PASSWORD };
  const response = await post('sign-up/email', person, { origin: 'https://adagia.example.org' }, secure);
  expect(response.headers.getSetCookie().join('\n')).toMatch(/__Secure-adagia\.session_token=.*Secure/i);
  await secure.dispose();
});

test.each([
  ['a password of nine characters', { password: '123456789' }, 'PASSWORD_TOO_SHORT'],
  ['a password of 201 characters', { password: 'x'.repeat(201) }, 'PASSWORD_TOO_LONG'],
  ['an address without a domain', { email: 'new' }, 'INVALID_EMAIL'],
  ['an address that somebody has', { email: 'ANA@example.org' }, 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL'],
  ['no name', { name: ' ' }, 'invalid-body'],
  ['a name of 101 characters', { name: 'x'.repeat(101) }, 'invalid-body'],
  ['markup for a name', { name: '<b>New</b>' }, 'invalid-body'],
  ['a name with U+0000', { name: 'a\u0000' }, 'invalid-body'],
  ['a password that is a list', { password: ['a long password'] }, 'invalid-body'],
])('%s makes no account', async (_, change, code) => {
  const response = await post('sign-up/email', {
    name: 'New',
    email: 'new@example.org',
    password: PASSWORD,
    ...change,
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(await codeOf(response)).toBe(code);
});

test('a wrong password and an unknown address are answered alike', async () => {
  const wrong = await post('sign-in/email', { email: emailOf('Ana'), password: 'not her password' });
  const unknown = await post('sign-in/email', { email: 'nobody@example.org', password: 'not her password' });
  expect(wrong.status).toBe(401);
  expect(await unknown.text()).toBe(await wrong.text());
  expect(unknown.status).toBe(wrong.status);
});

test('signing out ends the session, and its open sockets with it', async () => {
  const { proposalId } = await newStage(server, cast);
  const cookie = cookieOf(await post('sign-in/email', { email: emailOf('Ana'), password: PASSWORD }));
  const gone = await openSocket(server, { cookie }, proposalId);
  const stays = await openSocket(server, cast.ana, proposalId);
  expect((await post('sign-out', {}, { cookie })).status).toBe(200);
  expect(await gone.closed).toBe('sessionEnded');
  const { code } = await refusal({ ...cast.ana, call: withCookie(cookie) }, getMe, {});
  expect(code).toBe('unauthenticated');
  // Her other browser goes on.
  await ask(cast.ana, getMe, {}, {});
  stays.close();
  expect(await stays.closed).not.toBe('sessionEnded');
});

function withCookie(cookie: string): (typeof cast.ana)['call'] {
  return async () => {
    const response = await fetch(`${server.url}/api/me`, { headers: { cookie } });
    return { status: response.status, json: (await response.json()) as never };
  };
}

test('a restart of the server signs nobody out', async () => {
  const once = await startTestServer();
  const person = await once.signUp('Ana');
  const again = await once.restart();
  const response = await fetch(`${again.url}/api/me`, { headers: { cookie: person.cookie } });
  expect(response.status).toBe(200);
  await again.dispose();
});

describe('guessing', () => {
  let limited: TestServer;
  beforeAll(async () => {
    limited = await startTestServer({ ADAGIA_TEST_HOOKS: '0', TRUST_PROXY: '1' });
    await limited.signUp('Ana');
    await limited.signUp('Ben');
  });
  afterAll(() => limited.dispose());
  // Every test begins with an empty count.
  afterEach(() => void limited.deps.database.driver.exec('DELETE FROM rate_limit'));

  const from = (address: string) => ({ 'x-forwarded-for': `203.0.113.99, ${address}` });
  const signIn = (name: string, password: string, address: string) =>
    post('sign-in/email', { email: emailOf(name), password }, from(address), limited);

  /** As if what was counted so far had been counted this often: each try costs the time of a password hash. */
  const pretend = (count: number, at = limited) =>
    at.deps.database.driver.prepare('UPDATE rate_limit SET count = ?').run(count);

  test('the password of one account ends after ten tries, from wherever they come, and says for how long', async () => {
    expect((await signIn('Ana', 'a wrong guess', '198.51.100.1')).status).toBe(401);
    pretend(9);
    expect((await signIn('Ana', 'a wrong guess', '198.51.100.2')).status).toBe(401);
    const refused = await signIn('ANA', PASSWORD, '198.51.100.200');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(problemSchema.parse(await refused.json()).code).toBe('too-many-requests');
    expect((await signIn('Ben', PASSWORD, '198.51.100.200')).status).toBe(200);
  });

  test('tries at the same moment are counted one by one', async () => {
    const tries = Array.from({ length: 14 }, (_, index) => signIn('Ana', 'a wrong guess', `198.51.100.${index}`));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
  });

  test('the right password takes the failed tries back', async () => {
    for (let round = 0; round < 3; round += 1) {
      await signIn('Ana', 'a wrong guess', `198.51.100.${round}`);
      pretend(9);
      expect((await signIn('Ana', PASSWORD, `198.51.100.${round}`)).status).toBe(200);
    }
  });

  test('from one address many accounts can be tried no more than a hundred and twenty times, from another one goes on', async () => {
    const guess = (index: number, address: string) =>
      post('sign-in/email', { email: `p${index}@example.org`, password: 'a wrong guess' }, from(address), limited);
    expect((await guess(1, '2001:db8::1')).status).toBe(401);
    pretend(119);
    expect((await guess(2, '2001:db8::1')).status).toBe(401);
    expect((await guess(3, '2001:db8::1')).status).toBe(429);
    // Another address of the same network is the same guesser.
    expect((await guess(50, '2001:db8::ffff:1')).status).toBe(429);
    expect((await guess(51, '2001:db8:0:1::1')).status).toBe(401);
  });

  test('without TRUST_PROXY the header is not believed', async () => {
    const direct = await startTestServer({ ADAGIA_TEST_HOOKS: '0' });
    const guess = (index: number) =>
      post(
        'sign-in/email',
        { email: `p${index}@example.org`, password: 'a guess' },
        from(`198.51.100.${index}`),
        direct,
      );
    expect((await guess(1)).status).toBe(401);
    pretend(120, direct);
    expect((await guess(2)).status).toBe(429);
    await direct.dispose();
  });

  test('what was tried is not kept in plain', async () => {
    await signIn('Ana', 'a wrong guess', '198.51.100.1');
    const rows = JSON.stringify(limited.deps.database.driver.prepare('SELECT * FROM rate_limit').all());
    expect(rows).toContain('sign-in-account');
    expect(rows).not.toContain('ana@example.org');
    expect(rows).not.toContain('198.51.100.1');
  });
});
