// The addresses below /api/auth, behind most of which is a library: whatever is sent to them, signed in or not, is answered or
// refused with a code, never with an error of ours, and whoever is signed in stays able to work. Replay: ADAGIA_SEED=123; more:
// ADAGIA_BODIES=100000.
import { getMe } from '@adagia/shared/api/people';
import { createRandom, type Random } from '@adagia/shared/random';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { AUTH_PATHS } from '../testing/auth-paths.ts';
import { spoiltBytes, spoiltJson } from '../testing/spoil-body.ts';
import { emailOf, PASSWORD, startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';

const SEED = Number(process.env.ADAGIA_SEED ?? 1);
/** Passwords are slow to check by design. */
const RUNS = Math.ceil(Number(process.env.ADAGIA_BODIES ?? 1500) / 10);
/** Bytes above which a sender may be cut off instead of being told: eight times what is allowed (read-body.ts). */
const CUT_ABOVE = 8 * 16 * 1024;
/** Milliseconds without an answer that are called a hang. */
const HANG_MS = 30_000;

/** All that any of them asks for: each takes what it knows. */
const plausible = (random: Random) => ({
  name: 'Somebody',
  email: random.pick([emailOf('Ben'), emailOf(`New${random.below(1e6)}`)]),
  password: random.pick([PASSWORD, 'another long password']),
  currentPassword: PASSWORD,
  newPassword: PASSWORD,
  token: '0'.repeat(64),
  code: '123456',
  id: '0'.repeat(32),
  next: '/',
  language: 'en',
  response: {
    id: 'AA',
    rawId: 'AA',
    type: 'public-key',
    clientExtensionResults: {},
    response: { clientDataJSON: 'e30' },
  },
});

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.signUp('Ben');
});
afterAll(() => server.dispose());

async function send(path: string, json: string, random: Random, cookie: string): Promise<[number, string]> {
  const whole = { bytes: Buffer.from(json), headers: { 'content-type': 'application/json' } };
  const { bytes, headers } = random.chance(0.1) ? spoiltBytes(json, random) : whole;
  const response = await fetch(`${server.url}/api/auth/${path}`, {
    method: 'POST',
    // Alone on its connection: where a body was not read to its end, the next request on it would be cut off too.
    headers: { cookie, connection: 'close', ...headers },
    body: bytes,
    signal: AbortSignal.timeout(HANG_MS),
  });
  return [response.status, await response.text()];
}

test(`${RUNS} bodies about accounts from seed ${SEED} are answered or refused with a code`, async () => {
  const random = createRandom(SEED);
  const counts: Record<string, number> = {};
  let person: TestPerson | null = null;
  for (let run = 0; run < RUNS; run += 1) {
    person ??= await server.signUp(`Ana${run}`);
    const path = random.pick(AUTH_PATHS);
    const body = plausible(random);
    const json = random.chance(0.3) ? JSON.stringify(body) : spoiltJson(body, random);
    const isSignedIn = random.chance(0.6);
    const where = `call ${run} of seed ${SEED}: ${path} ${json.slice(0, 500)}`;
    const sent = send(path, json, random, isSignedIn ? person.cookie : '');
    const [status, text] = await sent.catch((error: unknown): [number, string] => {
      if (Buffer.byteLength(json) <= CUT_ABOVE) throw new Error(where, { cause: error });
      return [413, '{"code":"cut off"}'];
    });
    counts[status] = (counts[status] ?? 0) + 1;
    expect([status < 500, text.slice(0, 1)], `${where} → ${status} ${text.slice(0, 300)}`).toEqual([true, '{']);
    if (status >= 400) expect((JSON.parse(text) as { code: unknown }).code, where).toEqual(expect.any(String));
    // Signed out, or under another session: somebody else goes on.
    else if (isSignedIn) person = null;
    if (person && run % 20 === 0) await ask(person, getMe, {}, {});
  }
  console.log(`seed ${SEED}: ${JSON.stringify(counts)}`);
  expect(counts[200]).toBeGreaterThan(RUNS / 50);
  expect((counts[400] ?? 0) + (counts[422] ?? 0)).toBeGreaterThan(RUNS / 10);
}, 0);
