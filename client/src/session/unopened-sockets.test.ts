// Sockets that never open: the page cannot be told why, and finds out by HTTP.
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openSession } from './open-session.ts';
import { FakeWorld } from './testing/fake-world.ts';

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

async function open({ isSignedOut = false } = {}) {
  const world = new FakeWorld();
  const page = { world, asked: 0 };
  const session = await openSession({
    proposalId: 'p' as ProposalId,
    userId: 'ana' as UserId,
    copy: null,
    socketUrl: 'ws://server/sync',
    onReplace: () => undefined,
    onShutOut: async () => {
      page.asked += 1;
      return { isSignedOut };
    },
    environment: world.environment,
  });
  return Object.assign(page, { session });
}

/** As often in a row, each as soon as it is tried. */
function fail(world: FakeWorld, times: number): void {
  for (let left = times; left > 0; left -= 1) {
    const count = world.sockets.length;
    world.socket.close(null);
    while (world.sockets.length === count) world.pass(10);
  }
}

test('S8 sockets that do not open although the network is there: it is asked why, at the second and then about each minute', async () => {
  const page = await open();
  const { world } = page;
  fail(world, 1);
  expect(page.asked).toBe(0);
  fail(world, 1);
  expect(page.asked).toBe(1);
  fail(world, 7);
  expect(page.asked).toBe(1);
  fail(world, 1);
  expect(page.asked).toBe(2);
  world.isOnline = false;
  fail(world, 16);
  expect(page.asked).toBe(2);
  world.isOnline = true;
  fail(world, 8);
  expect(page.asked).toBe(3);
});

test('S8 who was signed out while there was no line is told so, and not that the network is to blame; nothing is tried any more', async () => {
  const { world, session } = await open({ isSignedOut: true });
  fail(world, 2);
  await settle();
  expect(session.saveState.get()).toMatchObject({ kind: 'failed', reason: 'sessionEnded' });
  expect(session.canWrite.get()).toBe(false);
  const count = world.sockets.length;
  world.pass(60_000);
  await settle();
  expect(world.sockets).toHaveLength(count);
  expect(session.isBlocked.get()).toBe(false);
});

test('S9 the network blocks sockets where the server answers by HTTP meanwhile, and not where it is down', async () => {
  const { world, session } = await open();
  fail(world, 2);
  await settle();
  expect(session.isBlocked.get()).toBe(false);
  world.answersHttp = false;
  fail(world, 4);
  await settle();
  expect(session.isBlocked.get()).toBe(false);
  world.answersHttp = true;
  fail(world, 1);
  await settle();
  expect(session.isBlocked.get()).toBe(true);
  world.isOnline = false;
  fail(world, 1);
  await settle();
  expect(session.isBlocked.get()).toBe(false);
});

test('S9 an answer that comes when a socket has opened says nothing any more', async () => {
  const { world, session } = await open();
  fail(world, 3);
  world.socket.greet(new Y.Doc());
  await settle();
  expect(session.isBlocked.get()).toBe(false);
});
