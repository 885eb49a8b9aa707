// A document that grows and grows: people are told when it is large, and when it is full nothing more is taken in and nothing lost.
import { createProposal } from '@adagia/shared/api/people';
import { closeReasons } from '@adagia/shared/wire/close-codes';
import { limits } from '@adagia/shared/wire/limits';
import { messageType, type Welcome, WIRE_VERSION } from '@adagia/shared/wire/messages';
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { newProposal, startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';
import { openWritingClient } from '../testing/writing-client.ts';
import { updateFrame } from './frames.ts';

let server: TestServer;
let ana: TestPerson;
let proposalId: string;

beforeAll(async () => {
  server = await startTestServer();
  ana = await server.signUp('Ana');
  proposalId = ((await ana.call(createProposal, {}, newProposal)).json as { id: string }).id;
});
afterAll(() => server.dispose());

/** A connection that writes a megabyte. @returns what it was welcomed with, and the code if it was closed for it */
function writeMegabyte(): Promise<{ welcome: Welcome; code: number | null }> {
  const url = `${server.url.replace('http', 'ws')}/sync/${proposalId}?adagia=${WIRE_VERSION}`;
  const socket = new WebSocket(url, { headers: { cookie: ana.cookie } });
  socket.binaryType = 'nodebuffer';
  const doc = new Doc();
  doc.getText('answer:needs').insert(0, 'a'.repeat(limits.frameSizeMax - 1000));
  let welcome: Welcome | null = null;
  return new Promise((resolve, reject) => {
    const done = (code: number | null) => (welcome ? resolve({ welcome, code }) : reject(new Error('no welcome')));
    socket.on('error', reject);
    socket.on('close', done);
    socket.on('message', (data: Buffer) => {
      const decoder = createDecoder(new Uint8Array(data));
      const type = readVarUint(decoder);
      // It comes again when the size is passed.
      if (type === messageType.welcome && !welcome) {
        welcome = JSON.parse(readVarString(decoder)) as Welcome;
        socket.send(updateFrame(encodeStateAsUpdate(doc)));
      }
      if (type !== messageType.ack) return;
      done(null);
      socket.terminate();
    });
  });
}

const textOf = (proposalId: string) =>
  server.deps.rooms.read(proposalId as never, (doc) => doc.getText('answer:needs').toJSON());

test('R14 above five megabytes the welcome says so, and above 32 nothing more is taken in', async () => {
  const sizes: boolean[] = [];
  let code: number | null = null;
  for (let count = 0; code === null && count < 40; count += 1) {
    const written = await writeMegabyte();
    sizes.push(written.welcome.isLarge);
    code = written.code;
  }
  expect(code).toBe(closeReasons.documentFull.code);
  expect(sizes.indexOf(true)).toBe(6);
  expect(sizes.length).toBe(33);
  // All that was acknowledged, and no more.
  expect((await textOf(proposalId)).length).toBe(32 * (limits.frameSizeMax - 1000));
});

/** A server on which documents are full soon, with a proposal, and people in it. */
async function startSmall() {
  const small = await startTestServer({ TEST_DOCUMENT_WARNING: '5000', TEST_DOCUMENT_MAX: '10000' });
  const eve = await small.signUp('Eve');
  const { id } = (await eve.call(createProposal, {}, newProposal)).json as { id: string };
  return { small, id, open: () => openWritingClient(small.url, eve.cookie, id) };
}

const letters = (count: number) => (doc: Doc) => doc.getText('answer:needs').insert(0, 'a'.repeat(count));

test('R14 who is there while it becomes large is told, and who comes in later', async () => {
  const { small, open } = await startSmall();
  const [reader, writer] = [await open(), await open()];
  await writer.write(letters(1000));
  expect(reader.welcome.isLarge).toBe(false);
  await writer.write(letters(5000));
  await expect.poll(() => reader.welcome.isLarge).toBe(true);
  expect((await open()).welcome.isLarge).toBe(true);
  await small.dispose();
});

test('R14 a full document lets everybody in and lets them delete, and then it has room again', async () => {
  const { small, id, open } = await startSmall();
  const writer = await open();
  await writer.write(letters(9000));
  // Many deletions, which each newcomer repeats.
  for (let at = 0; at < 100; at += 1) await writer.write((doc) => doc.getText('answer:needs').delete(at, 1));
  await expect(writer.write(letters(2000))).rejects.toThrow('documentFull');
  const tidier = await open();
  await tidier.acknowledged();
  await tidier.write((doc) => doc.getText('answer:needs').delete(0, 8000));
  const write = async () => {
    const client = await open();
    return client.write(letters(2000)).then(
      () => 'stored',
      (error: unknown) => String(error),
    );
  };
  await expect.poll(write, { timeout: 20_000 }).toBe('stored');
  const text = await small.deps.rooms.read(id as never, (doc) => doc.getText('answer:needs').toJSON());
  expect(text.length).toBe(9000 - 100 - 8000 + 2000);
  await small.dispose();
});
