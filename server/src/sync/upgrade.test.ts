// Who opens sockets without end: no more than are allowed get in, however many arrive at once, and who is turned away costs nothing.
import { connect, type Socket } from 'node:net';
import { createProposal } from '@adagia/shared/api/people';
import { limits } from '@adagia/shared/wire/limits';
import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { newProposal, startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let ana: TestPerson;
let proposalId: string;

beforeEach(async () => {
  // With the limits of the real one.
  server = await startTestServer({ ADAGIA_TEST_HOOKS: '0' });
  ana = await server.signUp('Ana');
  proposalId = ((await ana.call(createProposal, {}, newProposal)).json as { id: string }).id;
});
afterEach(() => server.dispose());

/** @returns the socket, or the status that it was turned away with */
function open(): Promise<WebSocket | number> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${proposalId}`, {
    headers: { cookie: ana.cookie },
  });
  return new Promise((resolve) => {
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (_, { statusCode = 0 }) => resolve(statusCode));
    socket.on('error', () => undefined);
  });
}

test(`of fifty that arrive at once ${limits.socketsPerPersonMax} get in, and another one for each that leaves`, async () => {
  // Nobody has opened the document yet: they all wait for it.
  server = await server.restart();
  const outcomes = await Promise.all(Array.from({ length: 50 }, open));
  const sockets = outcomes.filter((one) => typeof one !== 'number');
  expect(outcomes.filter((one) => one === 429)).toHaveLength(50 - limits.socketsPerPersonMax);
  expect(sockets).toHaveLength(limits.socketsPerPersonMax);
  for (const socket of sockets) socket.terminate();
  // As soon as the server has noticed.
  for (let again: WebSocket | number = 429; again === 429; ) {
    again = await open();
    if (typeof again !== 'number') again.terminate();
  }
});

/** Never closes its half of the connection. @returns how it was answered, and the socket */
function stubborn(head: string): Promise<{ answer: string; socket: Socket }> {
  const { port } = new URL(server.url);
  const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true });
  socket.write(`GET ${head}\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  socket.on('error', () => undefined);
  const first = () => answer.split('\r\n')[0] ?? '';
  return new Promise((resolve) => {
    for (const end of ['end', 'close']) socket.once(end, () => resolve({ answer: first(), socket }));
  });
}

/** Resolves when the other side has let go of it: what is written then is not taken any more. */
function untilLetGo(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const more = setInterval(() => socket.write('x'), 10);
    socket.on('close', () => {
      clearInterval(more);
      resolve();
    });
  });
}

test.each([
  ['without a session', () => `/sync/${proposalId} HTTP/1.1`, 401],
  ['to nothing', () => '/nowhere HTTP/1.1', 404],
  ['to an address that is none', () => '//[ HTTP/1.1', 404],
])('an upgrade %s is answered and let go of, although the other side never closes', async (_, head, status) => {
  const { answer, socket } = await stubborn(head());
  expect(answer).toContain(` ${status} `);
  await untilLetGo(socket);
});

test('an upgrade with headers above every measure is refused', async () => {
  const { answer, socket } = await stubborn(`/sync/${proposalId} HTTP/1.1\r\nCookie: ${'x'.repeat(20_000)}`);
  expect(answer).toContain(' 431 ');
  socket.destroy();
});
