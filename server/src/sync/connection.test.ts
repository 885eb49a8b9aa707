// A connection with a wire and a clock of the test's: what it lets through, what ends it, and how it writes.
import { limits } from '@adagia/shared/wire/limits';
import { beforeEach, expect, test } from 'vitest';
import { Connection } from './connection.ts';
import type { Frame } from './frames.ts';
import { Packet } from './packet.ts';
import type { Room } from './room.ts';

let nowMs: number;
let wire: { isOpen: boolean; bufferedBytes: number; writes: number[]; closed: string | null };
let received: Frame['kind'][];
let hasLeft: boolean;

function connect(): Connection {
  const room = {
    join: () => undefined,
    leave: () => (hasLeft = true),
    receive: (_: unknown, { kind }: Frame) => void received.push(kind),
  };
  const transport = Object.assign(wire, {
    write: (packets: readonly Packet[]) => void wire.writes.push(packets.length),
    close(_: number, reason: string) {
      wire.isOpen = false;
      wire.closed = reason;
    },
  });
  return new Connection({
    transport,
    room: room as unknown as Room,
    person: { userId: 'ana', sessionId: 's' },
    userJson: '{}',
    rights: { canWrite: true },
    wireVersion: 1,
    nowMs: () => nowMs,
    onError: (error) => {
      throw error;
    },
  });
}

beforeEach(() => {
  nowMs = 1000;
  wire = { isOpen: true, bufferedBytes: 0, writes: [], closed: null };
  received = [];
  hasLeft = false;
});

const query = new Uint8Array([3]);
const step1 = new Uint8Array([0, 0, 1, 0]);

test('what is sent in one turn leaves in one write, and what is sent later in another', async () => {
  const connection = connect();
  connection.send(new Packet([query]));
  connection.send(new Packet([query]));
  await Promise.resolve();
  connection.send(new Packet([query]));
  await Promise.resolve();
  expect(wire.writes).toEqual([2, 1]);
});

test('what was sent before a close is written before it', () => {
  const connection = connect();
  connection.send(new Packet([query]));
  connection.close('draining');
  expect([wire.writes, wire.closed, hasLeft]).toEqual([[1], 'draining', true]);
});

test('a reader that does not keep up is sent away to come back, before it costs more memory', async () => {
  const connection = connect();
  wire.bufferedBytes = limits.sendBufferMax + 1;
  connection.send(new Packet([query]));
  await Promise.resolve();
  expect([wire.writes, wire.closed, hasLeft]).toEqual([[], 'reload', true]);
});

test('whoever is sent a large document over a slow line is not sent away for it, only for what comes on top', async () => {
  const connection = connect();
  connection.send(new Packet([new Uint8Array(2 * limits.sendBufferMax)]));
  await Promise.resolve();
  wire.bufferedBytes = 2 * limits.sendBufferMax;
  connection.send(new Packet([query]));
  await Promise.resolve();
  expect([wire.writes, wire.closed]).toEqual([[1, 1], null]);
  wire.bufferedBytes = 3 * limits.sendBufferMax + 100;
  connection.send(new Packet([query]));
  await Promise.resolve();
  expect(wire.closed).toBe('reload');
});

test('a burst of frames passes, more than that a second does not', () => {
  const connection = connect();
  for (let count = 0; count < limits.framesBurst; count += 1) connection.receive(query);
  expect([received.length, wire.closed]).toEqual([limits.framesBurst, null]);
  nowMs += 1000;
  for (let count = 0; count < limits.framesPerSecond; count += 1) connection.receive(query);
  expect(wire.closed).toBe(null);
  connection.receive(query);
  expect(wire.closed).toBe('rate');
});

test('a clock that is set back or forwards ends nobody, and lets no more through than before', () => {
  const connection = connect();
  connection.receive(query);
  nowMs -= 3_600_000;
  connection.receive(query);
  expect(wire.closed).toBe(null);
  nowMs += 7_200_000;
  for (let count = 0; count < limits.framesBurst; count += 1) connection.receive(query);
  expect(wire.closed).toBe(null);
  connection.receive(query);
  expect(wire.closed).toBe('rate');
});

test('bytes are counted as well as frames', () => {
  const connection = connect();
  const large = new Uint8Array(limits.frameSizeMax).fill(3);
  const awareness = new Uint8Array([1, 0]);
  const count = Math.floor(limits.bytesBurst / large.length);
  for (let left = count; left > 0; left -= 1) {
    wire.isOpen = true;
    connection.receive(large);
  }
  // Each of them was refused as malformed, and counted all the same.
  wire.isOpen = true;
  connection.receive(awareness);
  expect(wire.closed).toBe('rate');
});

test('who asks for everything again and again is stopped', () => {
  const connection = connect();
  for (let count = 0; count < limits.stateRequestsPer10Seconds; count += 1) connection.receive(step1);
  expect([received.length, wire.closed]).toEqual([limits.stateRequestsPer10Seconds, null]);
  connection.receive(step1);
  expect(wire.closed).toBe('rate');
});

for (const [what, data] of [
  ['text', null],
  ['nothing', new Uint8Array()],
  ['an unknown type', new Uint8Array([77])],
  ['bytes behind the message', new Uint8Array([3, 0])],
  ['a length beyond the end', new Uint8Array([0, 2, 200, 1])],
] as const) {
  test(`${what} ends it as malformed`, () => {
    connect().receive(data);
    expect([received, wire.closed, hasLeft]).toEqual([[], 'malformed', true]);
  });
}

test('after the end nothing is taken in any more', () => {
  const connection = connect();
  connection.receive(null);
  connection.receive(query);
  expect(received).toEqual([]);
});
