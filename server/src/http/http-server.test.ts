// Connections of which nothing comes, or only half: they are ended, and whoever asks properly is answered meanwhile.
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpServer } from './http-server.ts';

/** Milliseconds, so that the test need not wait as long as people may take. */
const HEAD_MS = 300;
let server: Server;
let port: number;

beforeAll(async () => {
  const listener = createHttpServer((_, response) => void response.end('here'), { headMs: HEAD_MS, lookEveryMs: 50 });
  server = listener.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

/** @returns what it was told, when it has been ended */
function endOf(socket: Socket): Promise<string> {
  let told = '';
  socket.on('data', (chunk) => (told += chunk.toString()));
  socket.on('error', () => undefined);
  return new Promise((resolve) => socket.on('close', () => resolve(told.split('\r\n')[0] ?? '')));
}

function say(text: string): Socket {
  const socket = connect(port, '127.0.0.1', () => socket.write(text));
  return socket;
}

test.each([
  ['says nothing', ''],
  ['never ends the head of a request', 'GET / HTTP/1.1\r\nHost: x\r\nX: '],
  ['never ends the head of an upgrade', 'GET /sync/x HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'],
])('who %s is ended', async (_, text) => {
  const silent = Array.from({ length: 50 }, () => endOf(say(text)));
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here');
  expect(new Set(await Promise.all(silent))).toEqual(new Set(['HTTP/1.1 408 Request Timeout']));
});

test('who says a little again and again is ended too', async () => {
  const socket = say('GET / HTTP/1.1\r\n');
  const more = setInterval(() => socket.writable && socket.write('X: y\r\n'), HEAD_MS / 10);
  expect(await endOf(socket)).toBe('HTTP/1.1 408 Request Timeout');
  clearInterval(more);
});
