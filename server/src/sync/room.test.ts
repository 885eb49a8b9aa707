// A room with its storage held back or failing: what is said, to whom, and when. Rules are those of SYNC.md.
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';
import { messageType, syncType, WIRE_VERSION } from '@adagia/shared/wire/messages';
import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Refusal } from './admission/refusal.ts';
import { documentReader } from './document-reader.ts';
import { foldLog } from './fold-log.ts';
import { awarenessFrame, parseFrame } from './frames.ts';
import { MemoryDocumentLog } from './memory-document-log.ts';
import type { Peer } from './peer.ts';
import { Room } from './room.ts';
import { systemTurnClock, Turns } from './turns.ts';

interface TestPeer extends Peer {
  sent: { type: number; step: number; count: number }[];
  /** Writes, each of one packet or more: the greeting is the first. */
  packets: number;
  closed: CloseReasonName | null;
}

function readSent(frame: Uint8Array): TestPeer['sent'][number] {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  const hasNumber = type === messageType.sync || type === messageType.ack;
  const number = hasNumber ? decoding.readVarUint(decoder) : -1;
  return { type, step: type === messageType.sync ? number : -1, count: type === messageType.ack ? number : -1 };
}

function createPeer(userId: string): TestPeer {
  const peer: TestPeer = {
    userId,
    sessionId: userId,
    rights: { canWrite: true },
    userJson: JSON.stringify({ id: userId }),
    wireVersion: WIRE_VERSION,
    clientIdsLeft: 4,
    received: 0,
    sent: [],
    packets: 0,
    closed: null,
    send({ messages }) {
      peer.packets += 1;
      peer.sent.push(...messages.map(readSent));
    },
    close(reason) {
      peer.closed = reason;
    },
  };
  return peer;
}

async function createRoom() {
  const log = new MemoryDocumentLog();
  await log.create('d', 'g', { authorId: null, at: 1, bytes: Y.encodeStateAsUpdate(new Y.Doc()), newClientIds: [] });
  const opened = await log.open('d');
  if (!opened) throw new Error('not created');
  const broken: unknown[] = [];
  const room = new Room({
    documentId: 'd',
    log,
    opened,
    turns: new Turns(systemTurnClock),
    fold: async (stored) => foldLog(stored),
    reader: documentReader(),
    snapshotEvery: 2000,
    now: () => 1,
    isQuestion: () => true,
    onChanges: () => undefined,
    onDifferent: () => undefined,
    onBroken: (error) => void broken.push(error),
  });
  return { log, room, broken };
}

function typed(text: string, clientId: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.getText('answer:motivation').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

const acks = (peer: TestPeer) => peer.sent.filter(({ type }) => type === messageType.ack).map(({ count }) => count);
const updates = (peer: TestPeer) => peer.sent.filter(({ step }) => step === syncType.update).length;

test('R1 neither acknowledged nor broadcast before the log has it', async () => {
  const { log, room } = await createRoom();
  const [ana, ben] = [createPeer('ana'), createPeer('ben')];
  room.join(ana);
  room.join(ben);
  const gate = Promise.withResolvers<void>();
  log.gate = gate.promise;
  room.receive(ana, { kind: 'document', update: typed('hello', 11) });
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect([acks(ana), updates(ben)]).toEqual([[], 0]);
  gate.resolve();
  await room.settled();
  expect([acks(ana), updates(ben), updates(ana)]).toEqual([[1], 1, 0]);
});

test('R2, R3 frames of one turn are one batch, acknowledged once, in order', async () => {
  const { room } = await createRoom();
  const [ana, ben] = [createPeer('ana'), createPeer('ben')];
  room.join(ana);
  room.join(ben);
  room.receive(ana, { kind: 'document', update: typed('one', 11) });
  room.receive(ana, { kind: 'document', update: typed('one', 11) });
  room.receive(ana, { kind: 'document', update: typed('two', 12) });
  await room.settled();
  expect(acks(ana)).toEqual([3]);
  expect([updates(ben), ben.packets]).toEqual([2, 2]);
});

test('R4 a newcomer is not shown what is not on disk yet', async () => {
  const { log, room } = await createRoom();
  const [ana, ben] = [createPeer('ana'), createPeer('ben')];
  room.join(ana);
  const gate = Promise.withResolvers<void>();
  log.gate = gate.promise;
  room.receive(ana, { kind: 'document', update: typed('hello', 11) });
  room.join(ben);
  room.receive(ben, { kind: 'step1', stateVector: Y.encodeStateVector(new Y.Doc()) });
  await new Promise((resolve) => setImmediate(resolve));
  expect(ben.sent.some(({ step }) => step === syncType.step2)).toBe(false);
  gate.resolve();
  await room.settled();
  expect(ben.sent.some(({ step }) => step === syncType.step2)).toBe(true);
});

test('R4 nor what is on its way there', async () => {
  const { log, room } = await createRoom();
  const [ana, ben] = [createPeer('ana'), createPeer('ben')];
  room.join(ana);
  const gate = Promise.withResolvers<void>();
  log.gate = gate.promise;
  room.receive(ana, { kind: 'document', update: typed('hello', 11) });
  await new Promise((resolve) => setImmediate(resolve));
  room.join(ben);
  room.receive(ben, { kind: 'step1', stateVector: Y.encodeStateVector(new Y.Doc()) });
  expect(ben.sent.some(({ step }) => step === syncType.step2)).toBe(false);
  gate.resolve();
  await room.settled();
  expect(ben.sent.some(({ step }) => step === syncType.step2)).toBe(true);
});

test('R4 where all is on disk a newcomer does not wait for a window', async () => {
  const { room } = await createRoom();
  const ben = createPeer('ben');
  room.join(ben);
  room.receive(ben, { kind: 'step1', stateVector: Y.encodeStateVector(new Y.Doc()) });
  expect(ben.sent.some(({ step }) => step === syncType.step2)).toBe(true);
});

test('R5 a failed append acknowledges nothing and sends everybody away to come back', async () => {
  const { log, room, broken } = await createRoom();
  const [ana, ben] = [createPeer('ana'), createPeer('ben')];
  room.join(ana);
  room.join(ben);
  log.fault = new Error('disk full');
  room.receive(ana, { kind: 'document', update: typed('hello', 11) });
  await room.settled();
  expect([acks(ana), updates(ben)]).toEqual([[], 0]);
  expect([ana.closed, ben.closed]).toEqual(['storage', 'storage']);
  expect(broken).toHaveLength(1);
  expect(() => room.receive(ana, { kind: 'document', update: typed('more', 12) })).toThrow(Refusal);
});

test('A3 a client id of somebody else is refused, sending again what is there is not', async () => {
  const { room } = await createRoom();
  const [ana, ben] = [createPeer('ana'), createPeer('ben')];
  room.join(ana);
  room.join(ben);
  const first = typed('hello', 11);
  room.receive(ana, { kind: 'document', update: first });
  await room.settled();
  room.receive(ben, { kind: 'document', update: first });
  await room.settled();
  expect(acks(ben)).toEqual([1]);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, first);
  doc.clientID = 11;
  const before = Y.encodeStateVector(doc);
  doc.getText('answer:motivation').insert(0, 'forged ');
  expect(() => room.receive(ben, { kind: 'document', update: Y.encodeStateAsUpdate(doc, before) })).toThrow(
    'somebody else',
  );
});

test('frames that are truncated, of an unknown type, or with a tail are no messages', () => {
  for (const bytes of [[], [0], [0, 2], [0, 2, 5, 1], [0, 3, 0], [7], [100, 1], [3, 0], [1, 200]]) {
    expect(() => parseFrame(new Uint8Array(bytes)), String(bytes)).toThrow();
  }
});

test('A3 nobody writes under the client id of a colleague who is seen there and has not written yet', async () => {
  const { room } = await createRoom();
  const [ana, ben] = [createPeer('ana'), createPeer('ben')];
  for (const peer of [ana, ben]) room.join(peer);
  const speakFor = (clientId: number) => {
    room.receive(ana, parseFrame(awarenessFrame([{ clientId, clock: 1, json: '{}' }])));
  };
  speakFor(7);
  expect(() => room.receive(ben, { kind: 'document', update: typed('as if I were Ana', 7) })).toThrow(
    expect.objectContaining({ reason: 'notAllowed' }),
  );
  room.receive(ben, { kind: 'document', update: typed('Ben', 8) });
  room.leave(ana);
  // Also while she is away.
  expect(() => room.receive(ben, { kind: 'document', update: typed('as if I were Ana', 7) })).toThrow(Refusal);
  room.join(ana);
  room.receive(ana, { kind: 'document', update: typed('Ana', 7) });
  await room.settled();
  expect(room.read((doc) => doc.getText('answer:motivation').toJSON().length)).toBe('AnaBen'.length);
});
