// Lines over which a document or a paste takes longer than a dead one is waited for: they are slow, and not given up.
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openSession } from './open-session.ts';
import { EDITOR_ORIGIN } from './proposal-session.ts';
import { FakeWorld } from './testing/fake-world.ts';

const ANSWER = 'answer:motivation';

async function open() {
  const world = new FakeWorld();
  const session = await openSession({
    proposalId: 'p' as ProposalId,
    userId: 'ana' as UserId,
    copy: null,
    socketUrl: 'ws://server/sync',
    onReplace: () => undefined,
    environment: world.environment,
  });
  const type = (words: string) =>
    session.doc.transact(() => session.doc.getText(ANSWER).insert(0, words), EDITOR_ORIGIN);
  return { world, type, state: () => session.saveState.get().kind };
}

test('S3 a document that takes long to come over a slow line is waited for, and a dead line is found all the same', async () => {
  const { world, type, state } = await open();
  const { socket } = world;
  const server = new Y.Doc();
  server.getText(ANSWER).insert(0, 'from the server.');
  socket.accept();
  socket.welcome();
  socket.step1(server);
  world.pass(40_000);
  expect([world.sockets.length, socket.isAbandoned]).toEqual([1, false]);
  socket.step2(server);
  socket.ack(1);
  expect(state()).toBe('saved');
  type('a');
  world.pass(4200);
  expect(socket.isAbandoned).toBe(true);
  world.pass(1000);
  const next = world.socket;
  next.accept();
  next.welcome();
  next.step1(server);
  world.pass(65_000);
  expect(next.isAbandoned).toBe(true);
});

test('S3 a large paste over a slow line is not sent anew as long as it is moving', async () => {
  const { world, type, state } = await open();
  const { socket } = world;
  socket.greet(new Y.Doc());
  socket.ack(1);
  type('much '.repeat(1000));
  world.pass(30);
  for (let left = 5000; left > 0; left -= 500) {
    socket.bufferedBytes = left;
    world.pass(1000);
  }
  expect(socket.isAbandoned).toBe(false);
  world.pass(6200);
  expect([socket.isAbandoned, state()]).toEqual([true, 'offline']);
});
