// Finds sockets that nobody is at any more: one that did not answer a ping by the next one is gone. One timer for all.
import { limits } from '@adagia/shared/wire/limits';
import type { WebSocket } from 'ws';

export function keepAlive(sockets: ReadonlySet<WebSocket>): { add(socket: WebSocket): void; end(): void } {
  const unanswered = new WeakSet<WebSocket>();
  const timer = setInterval(() => {
    for (const socket of sockets) {
      if (unanswered.has(socket)) socket.terminate();
      else {
        unanswered.add(socket);
        socket.ping();
      }
    }
  }, limits.pingIntervalMs);
  timer.unref();
  return {
    add: (socket) => void socket.on('pong', () => unanswered.delete(socket)),
    end: () => clearInterval(timer),
  };
}
