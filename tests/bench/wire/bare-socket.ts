// A websocket client over a plain TCP socket: upgrade, masked frames out, unmasked frames in, pings answered. What a browser
// does for one tab, at a few microseconds a message, so that a generator of hundreds of people is never the bottleneck.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export interface SocketTarget {
  port: number;
  /** Path with query. */
  path: string;
  cookie?: string | undefined;
  /** Of the loopback range: servers count sockets by address. */
  localAddress?: string | undefined;
}

export interface SocketEvents {
  onOpen(): void;
  /** @param frame valid only during the call. */
  onMessage(frame: Buffer): void;
  onClose(reason: string): void;
}

const opcode = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
/** Any mask that is not zero: servers skip unmasking for zero, which no browser would grant them. */
const MASK = Buffer.from([0x37, 0xfa, 0x21, 0x3d]);
const FIN = 128;

function headerOf(code: number, size: number): Buffer {
  const long = size < 126 ? 0 : size < 65_536 ? 2 : 8;
  const header = Buffer.allocUnsafe(6 + long);
  header[0] = FIN | code;
  header[1] = 128 | (long === 0 ? size : long === 2 ? 126 : 127);
  if (long === 2) header.writeUInt16BE(size, 2);
  if (long === 8) header.writeBigUInt64BE(BigInt(size), 2);
  MASK.copy(header, 2 + long);
  return header;
}

/** A whole frame as it goes over the wire; can be made before the measured time. */
export function maskedFrame(payload: Uint8Array, code: number = opcode.binary): Buffer {
  const header = headerOf(code, payload.length);
  const frame = Buffer.allocUnsafe(header.length + payload.length);
  header.copy(frame);
  for (let index = 0; index < payload.length; index += 1) {
    frame[header.length + index] = (payload[index] ?? 0) ^ (MASK[index & 3] ?? 0);
  }
  return frame;
}

export class BareSocket {
  readonly #socket: Socket;
  readonly #events: SocketEvents;
  #isOpen = false;
  #held: Buffer[] = [];
  #heldSize = 0;
  /** Bytes without which looking again is pointless: a long message is joined once, not once per packet. */
  #needed = 1;
  #closeReason = 'connection lost';
  bytesIn = 0;

  constructor({ port, path, cookie, localAddress }: SocketTarget, events: SocketEvents) {
    this.#events = events;
    this.#socket = connect({ host: '127.0.0.1', port, ...(localAddress && { localAddress }) });
    this.#socket.setNoDelay(true);
    this.#socket.on('connect', () => this.#socket.write(upgradeRequest(port, path, cookie)));
    this.#socket.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#socket.on('error', (error) => (this.#closeReason = error.message));
    this.#socket.on('close', () => events.onClose(this.#closeReason));
  }

  /** @param frame from `maskedFrame`. */
  write(frame: Buffer): void {
    this.#socket.write(frame);
  }

  /** Frames that leave together, as those of one turn of the event loop in a browser do. */
  send(payload: Uint8Array): void {
    this.write(maskedFrame(payload));
  }

  destroy(): void {
    this.#closeReason = 'ended by us';
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.bytesIn += chunk.length;
    this.#held.push(chunk);
    this.#heldSize += chunk.length;
    if (this.#heldSize < this.#needed) return;
    const all = this.#held.length === 1 ? chunk : Buffer.concat(this.#held, this.#heldSize);
    const used = this.#isOpen ? this.#readFrames(all, 0) : this.#readUpgrade(all);
    const rest = all.subarray(used);
    this.#held = rest.length > 0 ? [rest] : [];
    this.#heldSize = rest.length;
  }

  #readUpgrade(all: Buffer): number {
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) return 0;
    const status = all.subarray(0, all.indexOf('\r\n')).toString();
    if (!status.includes(' 101 ')) {
      this.#closeReason = status;
      this.#socket.destroy();
      return all.length;
    }
    this.#isOpen = true;
    this.#events.onOpen();
    return this.#readFrames(all, end + 4);
  }

  /** @returns how far it came. */
  #readFrames(all: Buffer, from: number): number {
    let at = from;
    for (;;) {
      const left = all.length - at;
      const short = (all[at + 1] ?? 0) & 127;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (left < header) {
        this.#needed = left + 1;
        return at;
      }
      const size = short < 126 ? short : short === 126 ? all.readUInt16BE(at + 2) : Number(all.readBigUInt64BE(at + 2));
      if (left < header + size) {
        this.#needed = header + size;
        return at;
      }
      this.#receive(all[at] ?? 0, all.subarray(at + header, at + header + size));
      at += header + size;
    }
  }

  #receive(first: number, payload: Buffer): void {
    if ((first & FIN) === 0) throw new Error('a message in fragments: no server here sends these');
    const code = first & 15;
    if (code === opcode.binary) this.#events.onMessage(payload);
    else if (code === opcode.ping) this.write(maskedFrame(payload, opcode.pong));
    else if (code === opcode.close) {
      this.#closeReason = payload.length >= 2 ? `closed with ${payload.readUInt16BE(0)}` : 'closed';
      this.#socket.destroy();
    }
  }
}

function upgradeRequest(port: number, path: string, cookie: string | undefined): string {
  return [
    `GET ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    '\r\n',
  ].join('\r\n');
}
