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
      if (type === messageType.welcome) {
        welcome = JSON.parse(readVarString(decoder)) as Welcome;
        socket.send(updateFrame(encodeStateAsUpdate(doc)));
      }
      if (type !== messageType.ack) return;
      done(null);
      socket.terminate();
    });
  });
}

const length = () => server.deps.rooms.read(proposalId as never, (doc) => doc.getText('answer:needs').length);

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
  expect(await length()).toBe(32 * (limits.frameSizeMax - 1000));
});
