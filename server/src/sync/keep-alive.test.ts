// Sockets that nobody is at any more: one that answers no ping is ended at the second, also in the middle of a message that it never
// ends; one that only listens stays.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { limits } from '@adagia/shared/wire/limits';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { keepAlive } from './keep-alive.ts';

let server: WebSocketServer;
let watch: ReturnType<typeof keepAlive>;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  watch = keepAlive(server.clients);
  server.on('connection', (socket, { socket: wire }) => watch.add(socket, wire));
  await once(server, 'listening');
});
afterEach(() => {
  watch.end();
  for (const socket of server.clients) socket.terminate();
  server.close();
  vi.useRealTimers();
});

async function open(autoPong: boolean): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, { autoPong });
  await once(socket, 'open');
  return socket;
}

/** One round, until all have had their ping and the living have answered. */
async function round(sockets: readonly WebSocket[], answering: number): Promise<void> {
  const pinged = sockets.map((socket) => once(socket, 'ping'));
  let left = answering;
  const answered = new Promise<void>((resolve) => {
    for (const socket of server.clients) socket.once('pong', () => (left -= 1) === 0 && resolve());
  });
  vi.advanceTimersByTime(limits.pingIntervalMs);
  await Promise.all([...pinged, answered]);
}

test('who answers no ping is gone at the second, who does stays for ever', async () => {
  const [living, silent, unfinished] = [await open(true), await open(false), await open(false)];
  unfinished.send('the beginning', { fin: false });
  // It has come in before the first round.
  unfinished.ping();
  await once(unfinished, 'pong');
  const gone = Promise.all([once(silent, 'close'), once(unfinished, 'close')]);
  await round([living, silent, unfinished], 1);
  expect(server.clients.size).toBe(3);
  await Promise.all([round([living], 1), gone]);
  await round([living], 1);
  expect(living.readyState).toBe(WebSocket.OPEN);
});

test('who still reads what is on its way to them is not gone, although the ping waits behind it', () => {
  const sockets = new Set<WebSocket>();
  const slow = keepAlive(sockets);
  const wire = { writableLength: 1_000_000 };
  const socket = { on: vi.fn(), ping: vi.fn(), terminate: vi.fn() };
  sockets.add(socket as unknown as WebSocket);
  slow.add(socket as unknown as WebSocket, wire);
  for (; wire.writableLength > 0; wire.writableLength -= 250_000) vi.advanceTimersByTime(limits.pingIntervalMs);
  expect(socket.terminate).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2 * limits.pingIntervalMs);
  expect(socket.terminate).toHaveBeenCalled();
  slow.end();
});
