// Sockets that nobody of good will opens, against a whole server: each is ended or ignored, memory stays bounded, and in another
// room people go on writing meanwhile.
import { connect, type Socket } from 'node:net';
import { createProposal } from '@adagia/shared/api/people';
import { closeReasons } from '@adagia/shared/wire/close-codes';
import { limits } from '@adagia/shared/wire/limits';
import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { newProposal, startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';
import { step1Frame, updateFrame } from './frames.ts';

let server: TestServer;
let ana: TestPerson;
/** Megabytes of text, and another proposal with none. */
let large: string;
let quiet: string;

const METRICS_TOKEN = 'a token for metrics';
const urlOf = (proposalId: string) => `${server.url.replace('http', 'ws')}/sync/${proposalId}`;
const EVERYTHING = step1Frame(new Uint8Array([0]));

function open(proposalId: string): Promise<WebSocket> {
  const socket = new WebSocket(urlOf(proposalId), { headers: { cookie: ana.cookie } });
  socket.binaryType = 'nodebuffer';
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(socket));
    socket.on('error', reject);
  });
}

const closed = (socket: WebSocket): Promise<number> => new Promise((resolve) => socket.on('close', resolve));

/** Another one hears of it: so it was stored. */
async function write(proposalId: string, text: string): Promise<void> {
  const [writer, reader] = await Promise.all([open(proposalId), open(proposalId)]);
  const doc = new Doc();
  doc.getText('answer:needs').insert(0, text);
  const update = encodeStateAsUpdate(doc);
  const heard = new Promise<void>((resolve) => {
    reader.on('message', (data: Buffer) => data.indexOf(Buffer.from(update)) >= 0 && resolve());
  });
  writer.send(updateFrame(update));
  await heard;
  writer.close();
  reader.close();
  await Promise.all([closed(writer), closed(reader)]);
}

beforeAll(async () => {
  server = await startTestServer({ METRICS_TOKEN });
  ana = await server.signUp('Ana');
  const create = async () => ((await ana.call(createProposal, {}, newProposal)).json as { id: string }).id;
  [large, quiet] = [await create(), await create()];
  for (const letter of ['a', 'b', 'c', 'd']) await write(large, letter.repeat(limits.frameSizeMax - 1000));
});

afterAll(() => server.dispose());

/** An upgraded socket without a library: it reads and says what the test wants. */
function bareSocket(proposalId: string): Promise<Socket> {
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(
    [
      `GET /sync/${proposalId} HTTP/1.1`,
      `Host: localhost:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      `Cookie: ${ana.cookie}`,
      '\r\n',
    ].join('\r\n'),
  );
  return new Promise((resolve, reject) => {
    socket.once('data', (head: Buffer) => {
      if (head.includes('101 Switching Protocols')) resolve(socket);
      else reject(new Error(head.toString()));
    });
    socket.on('error', reject);
  });
}

/** A masked frame of a client; the mask is zero. */
function clientFrame(payload: Uint8Array, { fin = true, opcode = 2 } = {}): Buffer {
  const head = Buffer.from([
    (fin ? 0x80 : 0) | opcode,
    0x80 | 126,
    payload.length >> 8,
    payload.length & 255,
    0,
    0,
    0,
    0,
  ]);
  return Buffer.concat([head, payload]);
}

test('who asks for everything and reads nothing is sent away before it costs more than a few copies', async () => {
  const before = process.memoryUsage().rss;
  const sockets = await Promise.all(Array.from({ length: 6 }, () => bareSocket(large)));
  for (const socket of sockets) {
    socket.pause();
    for (let count = 0; count < 6; count += 1) socket.write(clientFrame(EVERYTHING));
  }
  await write(quiet, 'meanwhile');
  const grown = process.memoryUsage().rss - before;
  for (const socket of sockets) socket.destroy();
  // All of it together would be 6 x 6 x 4 MB.
  expect(grown).toBeLessThan(100 * 1024 * 1024);
});

/** Bytes that the server has for sockets that do not take them. */
async function bufferedBytes(): Promise<number> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const text = await (await fetch(`${server.url}/metrics`, { headers })).text();
  return Number(/^adagia_buffered_bytes (\d+)$/m.exec(text)?.[1]);
}

test('what waits for somebody who reads slowly is counted, and no more once they have read it', async () => {
  const socket = await bareSocket(large);
  socket.pause();
  // Four megabytes each: more than the system holds between two sockets, and less than the server bears.
  for (let count = 0; count < 3; count += 1) socket.write(clientFrame(EVERYTHING));
  await expect.poll(bufferedBytes, { timeout: 20_000 }).toBeGreaterThan(1024 * 1024);
  socket.resume();
  await expect.poll(bufferedBytes, { timeout: 20_000 }).toBe(0);
  socket.destroy();
});

/** A close frame of the server, as bytes. */
function closeFrame(name: 'reload'): Buffer {
  const reason = Buffer.from(name);
  const { code } = closeReasons[name];
  return Buffer.concat([Buffer.from([0x88, 2 + reason.length, code >> 8, code & 255]), reason]);
}

test('who stops reading while others write is sent away to come back, and the others go on', async () => {
  const { json } = await ana.call(createProposal, {}, newProposal);
  const { id } = json as { id: string };
  const socket = await bareSocket(id);
  socket.pause();
  // As much as a document may hold: the send buffer, and what systems hold between two sockets, are full long before.
  for (let megabyte = 0; megabyte < 30; megabyte += 1) await write(id, 'x'.repeat(limits.frameSizeMax - 1000));
  const wanted = closeFrame('reload');
  let tail = Buffer.alloc(0);
  const told = new Promise<void>((resolve) => {
    socket.on('data', (chunk: Buffer) => {
      tail = Buffer.concat([tail, chunk]).subarray(-wanted.length);
      if (tail.equals(wanted)) resolve();
    });
  });
  socket.resume();
  await told;
  socket.destroy();
});

test('five hundred requests for everything end the socket, and nobody else notices', async () => {
  const socket = await open(large);
  const code = closed(socket);
  for (let count = 0; count < 500; count += 1) socket.send(EVERYTHING);
  await write(quiet, 'goes on');
  expect(await code).toBe(closeReasons.rate.code);
});

test('a message that never ends is ended when it is too large', async () => {
  const socket = await bareSocket(quiet);
  const ended = new Promise((resolve) => socket.on('close', resolve));
  socket.on('error', () => undefined);
  const piece = new Uint8Array(60_000);
  socket.write(clientFrame(piece, { fin: false }));
  for (let sent = piece.length; sent <= limits.frameSizeMax + piece.length; sent += piece.length) {
    socket.write(clientFrame(piece, { fin: false, opcode: 0 }));
  }
  await ended;
  await write(quiet, 'still there');
});

test('a frame that is larger than any may be is not waited for', async () => {
  const socket = await open(quiet);
  const code = closed(socket);
  socket.on('error', () => undefined);
  socket.send(new Uint8Array(limits.frameSizeMax + 1));
  expect(await code).toBe(1009);
});

test('a count of four thousand million structs allocates nothing', async () => {
  const encoder = encoding.createEncoder();
  for (const number of [1, 4_000_000_000, 5, 0]) encoding.writeVarUint(encoder, number);
  const socket = await open(quiet);
  const code = closed(socket);
  const before = process.memoryUsage().rss;
  socket.send(updateFrame(encoding.toUint8Array(encoder)));
  expect(await code).toBe(closeReasons.tooBig.code);
  expect(process.memoryUsage().rss - before).toBeLessThan(20 * 1024 * 1024);
});

test('a storm of returning sockets is served, and writing goes on', async () => {
  const sockets = await Promise.all(Array.from({ length: 100 }, () => open(large)));
  const answers = sockets.map(
    (socket) => new Promise<void>((resolve) => socket.on('message', (data: Buffer) => data[1] === 1 && resolve())),
  );
  for (const socket of sockets) socket.send(EVERYTHING);
  await write(quiet, 'in the middle of it');
  await Promise.all(answers);
  for (const socket of sockets) socket.terminate();
});
