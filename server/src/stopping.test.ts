// SIGTERM to a server in a process of its own, with everything open that could hold it up: it ends by itself and in time (the exit
// code says so: after ten seconds it would be 1), everybody is told to come back, and what was acknowledged is there.
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProposal } from '@adagia/shared/api/people';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChildServer, startChildServer } from './testing/child-server.ts';
import { type LiveSocket, openSocket } from './testing/live-socket.ts';
import { newProposal, signUp, type TestPerson } from './testing/test-server.ts';
import { openWritingClient, type WritingClient } from './testing/writing-client.ts';

const SOCKETS = 500;
/** Sockets that are opened at the same time: the test is about the end. */
const AT_ONCE = 50;
const WRITERS = 5;
let dataDir: string;
let server: ChildServer;
let ana: TestPerson;
let proposalId: string;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'adagia-stop-'));
  server = await startChildServer(dataDir);
  ana = await signUp(server.url, 'Ana');
  proposalId = ((await ana.call(createProposal, {}, newProposal)).json as { id: string }).id;
});
afterEach(async () => {
  await server.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

const open = (): Promise<WritingClient> => openWritingClient(server.url, ana.cookie, proposalId);

async function openMany(): Promise<LiveSocket[]> {
  const sockets: LiveSocket[] = [];
  while (sockets.length < SOCKETS) {
    const some = Array.from({ length: AT_ONCE }, () => openSocket(server, ana, proposalId));
    sockets.push(...(await Promise.all(some)));
  }
  return sockets;
}

/** Types until it is sent away. @returns the words that were acknowledged, and why it ended */
async function typeOn(client: WritingClient, name: string, onFirst: () => void) {
  const stored: string[] = [];
  for (let index = 0; ; index += 1) {
    const word = `${name}${index}`;
    try {
      await client.write((doc) => doc.getText('answer:needs').insert(0, `${word} `));
    } catch (error) {
      return { stored, reason: (error as Error).message };
    }
    stored.push(word);
    if (index === 0) onFirst();
  }
}

/** Says this and then nothing more, and never closes its half. Resolves when it has been answered, or was taken in. */
function stubborn(text: string, isAnswered: boolean): Promise<Socket> {
  const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    if (isAnswered) socket.once('data', () => resolve(socket));
    socket.write(text, () => isAnswered || resolve(socket));
  });
}

const upgrade = (): string =>
  [
    `GET /sync/${proposalId} HTTP/1.1`,
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Cookie: ${ana.cookie}`,
    '\r\n',
  ].join('\r\n');

test(`${SOCKETS} sockets and ${WRITERS} who type: all are told to come back, nothing acknowledged is lost`, async () => {
  const sockets = await openMany();
  const clients = await Promise.all(Array.from({ length: WRITERS }, open));
  const begun = clients.map(() => Promise.withResolvers<void>());
  const typing = clients.map((client, index) => typeOn(client, `${'abcde'[index]}`, () => begun[index]?.resolve()));
  await Promise.all(begun.map(({ promise }) => promise));

  expect(await server.stop()).toBe(0);
  expect(new Set(await Promise.all(sockets.map(({ closed }) => closed)))).toEqual(new Set(['draining']));
  const ends = await Promise.all(typing);
  expect(new Set(ends.map(({ reason }) => reason))).toEqual(new Set(['draining']));
  server = await startChildServer(dataDir);
  const newcomer = await open();
  const kept = newcomer.doc.getText('answer:needs').toJSON().split(' ');
  const stored = ends.flatMap((one) => one.stored);
  expect(stored.length).toBeGreaterThanOrEqual(WRITERS);
  expect(stored.filter((word) => kept.filter((one) => one === word).length !== 1)).toEqual([]);
  newcomer.close();
});

test('who never closes their half, never reads, or never ends what they began, does not hold it up', async () => {
  const all = await Promise.all([
    stubborn(upgrade(), true),
    stubborn(upgrade().replace(/Cookie:.*/, 'X: y'), true),
    stubborn('GET /api/me HTTP/1.1\r\nHost: localhost\r\n\r\n', true),
    stubborn('POST /api/proposals HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{', false),
    stubborn('GET /api/me HTTP/1.1\r\nHost: loc', false),
    stubborn('', false),
  ]);
  for (const socket of all) socket.pause();
  expect(await server.stop()).toBe(0);
  for (const socket of all) socket.destroy();
});
