// A connection's wire over the `ws` library. Packets are put into frames once for all sockets and written past the library,
// which would build a header and two writes for each: without compression it keeps no queue of its own to overtake.
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Transport } from './connection.ts';
import type { Packet } from './packet.ts';

/** Bytes up to which pieces are copied into one: above, the system gets them as a list. */
const COPY_MAX = 64 * 1024;

export function websocketTransport(socket: WebSocket, raw: Duplex): Transport {
  return {
    get isOpen() {
      return socket.readyState === socket.OPEN;
    },
    get bufferedBytes() {
      return raw.writableLength;
    },
    write: (packets) => write(raw, packets),
    close: (code, reason) => socket.close(code, reason),
  };
}

function write(raw: Duplex, packets: readonly Packet[]): void {
  const [first] = packets;
  if (packets.length === 1 && first) {
    raw.write(first.framed);
    return;
  }
  const pieces = packets.map(({ framed }) => framed);
  if (pieces.reduce((sum, { length }) => sum + length, 0) <= COPY_MAX) {
    raw.write(Buffer.concat(pieces));
    return;
  }
  raw.cork();
  for (const piece of pieces) raw.write(piece);
  raw.uncork();
}
