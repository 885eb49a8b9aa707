// Password hashes: how many at once, and that their number tells nothing about who has an account.
import { createHook } from 'node:async_hooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashLimits } from '../../auth/gate.ts';
import { Browser } from '../../testing/browser.ts';
import { openSocket } from '../../testing/live-socket.ts';
import { emailOf, newProposal, PASSWORD, startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
/** Scrypt as Node itself sees it: how often it began, how many are under way, the most at once. */
const hashes = { begun: 0, running: 0, most: 0 };
const known = new Set<number>();
const watch = createHook({
  init(id, type) {
    if (type !== 'SCRYPTREQUEST') return;
    known.add(id);
    hashes.begun += 1;
    hashes.running += 1;
    hashes.most = Math.max(hashes.most, hashes.running);
  },
  before(id) {
    if (known.delete(id)) hashes.running -= 1;
  },
});

beforeAll(async () => {
  server = await startTestServer({ EMAIL_VERIFICATION: 'optional' });
  watch.enable();
});
afterAll(async () => {
  watch.disable();
  await server.dispose();
});

const signIn = (email: string, password: string) => new Browser(server).post('sign-in/email', { email, password });

test('a wrong password, an unknown address and an account without a password cost one hash each', async () => {
  await server.signUp('Ana');
  await server.signUp('Ben');
  server.deps.database.driver.exec("DELETE FROM account WHERE user_id = (SELECT id FROM user WHERE name = 'Ben')");
  const costs: number[] = [];
  for (const email of [emailOf('Ana'), 'unknown@example.org', emailOf('Ben')]) {
    hashes.begun = 0;
    expect((await signIn(email, 'a wrong guess')).json.code).toBe('INVALID_EMAIL_OR_PASSWORD');
    costs.push(hashes.begun);
  }
  expect(costs).toEqual([1, 1, 1]);
});

test('creating an account costs one hash, for a new address and for one that is taken', async () => {
  const strict = await startTestServer({ EMAIL_VERIFICATION: 'required' });
  const costs: number[] = [];
  for (const email of ['new@example.org', 'new@example.org']) {
    hashes.begun = 0;
    await new Browser(strict).post('sign-up/email', { name: 'New', email, password: PASSWORD });
    await expect.poll(() => hashes.begun + hashes.running).toBeGreaterThan(0);
    await expect.poll(() => hashes.running).toBe(0);
    costs.push(hashes.begun);
  }
  expect(costs).toEqual([1, 1]);
  await strict.dispose();
});

test('of many who sign in at the same moment few are hashed at once, and who types is answered meanwhile', async () => {
  const dora = await server.signUp('Dora');
  const { json } = await dora.call({ method: 'POST', path: '/api/proposals' } as never, {}, newProposal);
  hashes.most = 0;
  let isOver = false;
  const crowd = Promise.all(Array.from({ length: 10 }, () => signIn(emailOf('Dora'), PASSWORD))).then((all) => {
    isOver = true;
    return all;
  });
  const socket = await openSocket(server, dora, (json as { id: string }).id);
  // In before the crowd was through.
  expect(isOver).toBe(false);
  expect((await crowd).map(({ status }) => status)).toEqual(Array<number>(10).fill(200));
  expect(hashes.most).toBeGreaterThan(0);
  expect(hashes.most).toBeLessThanOrEqual(hashLimits.atOnceMax);
  socket.close();
  await socket.closed;
});
