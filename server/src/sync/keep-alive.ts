// Finds sockets that nobody is at any more: one that has neither answered a ping by the next one, nor sent or read anything
// meanwhile, is gone. Over a slow line a ping waits behind the document that is on its way. One timer for all.
import type { Duplex } from 'node:stream';
import { limits } from '@adagia/shared/wire/limits';
import type { WebSocket } from 'ws';

/** What is under a websocket: of a network socket also how much has come in. */
type Wire = Pick<Duplex, 'writableLength'> & { bytesRead?: number };

interface Watched {
  wire: Wire;
  isUnanswered: boolean;
  /** At the last ping: bytes that had come in, and that waited to be read over there. */
  read: number;
  waiting: number;
}

function hasMoved({ wire, read, waiting }: Watched): boolean {
  return (wire.bytesRead ?? 0) > read || wire.writableLength < waiting;
}

export function keepAlive(sockets: ReadonlySet<WebSocket>): { add(socket: WebSocket, wire: Wire): void; end(): void } {
  const watched = new WeakMap<WebSocket, Watched>();
  const look = (socket: WebSocket) => {
    const one = watched.get(socket);
    if (!one) return;
    if (one.isUnanswered && !hasMoved(one)) return socket.terminate();
    Object.assign(one, { isUnanswered: true, read: one.wire.bytesRead ?? 0, waiting: one.wire.writableLength });
    socket.ping();
  };
  const timer = setInterval(() => {
    for (const socket of sockets) look(socket);
  }, limits.pingIntervalMs);
  timer.unref();
  return {
    add(socket, wire) {
      const one: Watched = { wire, isUnanswered: false, read: 0, waiting: 0 };
      watched.set(socket, one);
      socket.on('pong', () => {
        one.isUnanswered = false;
      });
    },
    end: () => clearInterval(timer),
  };
}
