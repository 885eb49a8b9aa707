// What is asked of rooms while their document cannot be loaded: whoever opens it is told, nobody else fails with them.
import { proposalIdSchema } from '@adagia/shared/ids';
import { expect, test } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { createRooms } from './create-rooms.ts';
import { MemoryDocumentLog } from './memory-document-log.ts';
import type { Peer } from './peer.ts';

const ID = proposalIdSchema.parse('00000000-0000-7000-8000-000000000000');

test('R9 changed rights and hints do not fail because a document cannot be loaded', async () => {
  const log = new MemoryDocumentLog();
  log.open = () => Promise.reject(new Error('damaged'));
  const rooms = createRooms({
    log,
    now: () => 0,
    isQuestion: () => true,
    membershipOf: () => null,
    onError: () => undefined,
  });
  const opening = rooms.open(ID);
  rooms.hint(ID, 'people');
  await expect(rooms.refreshRights(ID)).resolves.toBeUndefined();
  await expect(opening).rejects.toThrow('damaged');
  await rooms.drain();
});

test('R14 where memory is short everybody is told to come back after what they sent is on disk, and nothing is kept', async () => {
  const log = new MemoryDocumentLog();
  const bytes = encodeStateAsUpdate(new Doc());
  await log.create(ID, 'g', { authorId: null, at: 1, bytes, newClientIds: [] });
  const rooms = createRooms({
    log,
    now: () => 0,
    isQuestion: () => true,
    membershipOf: () => ({ canWrite: true }),
    onError: (error) => {
      throw error;
    },
  });
  const room = await rooms.open(ID);
  const told: string[] = [];
  const entriesThen: number[] = [];
  const peer: Peer = {
    userId: 'ana',
    sessionId: 's',
    rights: { canWrite: true },
    userJson: '{}',
    wireVersion: null,
    clientIdsLeft: 4,
    received: 0,
    send: () => undefined,
    close(reason) {
      told.push(reason);
      void log.open(ID).then((opened) => entriesThen.push(opened?.updates.length ?? 0));
    },
  };
  room?.join(peer);
  const doc = new Doc();
  doc.getText('answer:motivation').insert(0, 'word');
  room?.receive(peer, { kind: 'document', update: encodeStateAsUpdate(doc) });
  await rooms.shed();
  expect([told, entriesThen, rooms.roomCount]).toEqual([['draining'], [2], 0]);
  expect(await rooms.open(ID)).not.toBe(room);
  await rooms.drain();
});
