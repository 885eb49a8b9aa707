// Everything but good messages, to a room in which somebody of good will is: each is taken or ends its own connection with a
// code of ours, and the other one reads all that they are sent, is acknowledged, and is shown nobody under a false name.
// Replay: ADAGIA_SEED=123; more: ADAGIA_FRAMES=5000000.

import { createRandom, type Random } from '@adagia/shared/random';
import { closeReasonOf } from '@adagia/shared/wire/close-codes';
import { limits } from '@adagia/shared/wire/limits';
import { messageType, syncType } from '@adagia/shared/wire/messages';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createRooms } from './create-rooms.ts';
import { updateFrame } from './frames.ts';
import { MemoryDocumentLog } from './memory-document-log.ts';
import { FrameClient, swiftClock } from './testing/frame-client.ts';
import { message, randomPresence, spoiltFrame } from './testing/spoil-frame.ts';

const SEED = Number(process.env.ADAGIA_SEED ?? 1);
const RUNS = Number(process.env.ADAGIA_FRAMES ?? 30_000);
/** Frames after which the one of good will types, and everything is looked at. */
const LOOK_EVERY = 50;
/** Looks after which a new document is begun. */
const PER_DOCUMENT = 40;
const ID = '00000000-0000-7000-8000-000000000000';

function goodFrame(random: Random, clientIds: readonly number[]): Uint8Array {
  switch (random.below(6)) {
    case 0:
      return message(messageType.sync, syncType.step1, Y.encodeStateVector(new Y.Doc()));
    case 1:
      return message(messageType.queryAwareness);
    case 2:
      return message(messageType.compare, new TextEncoder().encode('0123456789abcdef'));
    default:
      return message(messageType.awareness, randomPresence(random, clientIds));
  }
}

async function newScene(nowMs: () => number) {
  const log = new MemoryDocumentLog();
  const bytes = Y.encodeStateAsUpdate(new Y.Doc());
  await log.create(ID, 'g', { authorId: null, at: 1, bytes, newClientIds: [] });
  const errors: unknown[] = [];
  const rooms = createRooms({
    log,
    now: nowMs,
    isQuestion: () => true,
    membershipOf: () => ({ canWrite: true }),
    onError: (error) => void errors.push(error),
    clock: swiftClock,
    fold: () => Promise.reject(new Error('not here')),
  });
  const room = await rooms.open(ID);
  if (!room) throw new Error('not created');
  const ben = new FrameClient(room, 'ben', nowMs);
  ben.speak();
  return { log, rooms, room, errors, ben };
}

type Scene = Awaited<ReturnType<typeof newScene>>;

/** Ben types, and everything that he was ever sent was good. */
async function look({ room, ben, errors }: Scene, where: string): Promise<void> {
  const before = ben.connection.received;
  const state = Y.encodeStateVector(ben.doc);
  ben.doc.getText('answer:motivation').insert(0, 'b');
  ben.connection.receive(updateFrame(Y.encodeStateAsUpdate(ben.doc, state)));
  await room.settled();
  expect({ code: ben.code, acknowledged: ben.acknowledged, failure: ben.failure, errors }, where).toEqual({
    code: null,
    acknowledged: before + 1,
    failure: null,
    errors: [],
  });
}

/** A newcomer is shown each person who is there, and nobody else. */
async function lookAtPeople({ room }: Scene, nowMs: () => number, where: string): Promise<void> {
  const newcomer = new FrameClient(room, 'eve', nowMs);
  await room.settled();
  const peers = [...room.peers].map(({ userId }) => userId);
  const shown = [...newcomer.awareness.getStates().values()].map((state) => (state.user as { id: string }).id);
  expect(newcomer.failure, where).toBeNull();
  expect(shown.length, where).toBeLessThan(peers.length);
  expect(peers, where).toEqual(expect.arrayContaining(shown));
  newcomer.connection.ended();
}

test(`${RUNS} messages from seed ${SEED} are taken or end their own connection, and nobody else notices`, async () => {
  const random = createRandom(SEED);
  const counts = { taken: 0, ended: 0 };
  let ms = 1_000_000;
  const nowMs = () => ms;
  let scene = await newScene(nowMs);
  let ana = new FrameClient(scene.room, 'ana', nowMs);
  for (let run = 0; run < RUNS; run += 1) {
    if (run % (LOOK_EVERY * PER_DOCUMENT) === 0) {
      scene = await newScene(nowMs);
      ana = new FrameClient(scene.room, 'ana', nowMs);
    }
    // Rates are another test's: here each frame has time enough.
    ms += 1 + (1000 * limits.frameSizeMax) / limits.bytesPerSecond;
    if (ana.code !== null || random.chance(0.01)) {
      ana.connection.ended();
      ana = new FrameClient(scene.room, 'ana', nowMs);
    }
    const good = goodFrame(random, [scene.ben.doc.clientID, ana.doc.clientID, 7]);
    const frame = random.chance(0.4) ? spoiltFrame(good, random) : good;
    const where = `frame ${run} of seed ${SEED}: [${frame.subarray(0, 200).join()}]`;
    ana.connection.receive(frame);
    if (ana.code !== null) expect(closeReasonOf(ana.code), where).not.toBeNull();
    expect(ana.failure, where).toBeNull();
    counts[ana.code === null ? 'taken' : 'ended'] += 1;
    if (run % LOOK_EVERY !== 0) continue;
    await look(scene, where);
    await lookAtPeople(scene, nowMs, where);
  }
  console.log(`seed ${SEED}: ${JSON.stringify(counts)}`);
  expect(Math.min(counts.taken, counts.ended)).toBeGreaterThan(RUNS / 10);
}, 0);
