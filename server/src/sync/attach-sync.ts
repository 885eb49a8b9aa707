// The sync socket on the HTTP server: who may open one is decided before the upgrade (session, membership, origin), what a
// socket may send by limits and by the room. PROTOCOL.md says what travels.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type CloseReasonName, closeReasons } from '@adagia/shared/wire/close-codes';
import { limits } from '@adagia/shared/wire/limits';
import { WIRE_VERSION } from '@adagia/shared/wire/messages';
import { type WebSocket, WebSocketServer } from 'ws';
import { Refusal } from './admission.ts';
import type { LiveRooms } from './create-rooms.ts';
import { parseFrame } from './frames.ts';
import { Bucket } from './rate.ts';
import type { Peer, Room } from './room.ts';

export interface SyncPerson {
  userId: string;
  name: string;
  sessionId: string;
}

export interface SyncOptions {
  rooms: LiveRooms;
  authenticate(request: IncomingMessage): Promise<SyncPerson | null>;
  membership(proposalId: string, userId: string): { canWrite: boolean; organisationId: string | null } | null;
  isAllowedOrigin(origin: string | undefined, host: string | undefined): boolean;
  /** For everybody to see in presence. */
  colourOf(userId: string): string;
  onError(error: unknown): void;
  now(): number;
}

const PATH = /^\/sync\/([0-9a-f]{8}-[0-9a-f-]{27})$/;

interface Accepted {
  person: SyncPerson;
  room: Room;
  proposalId: string;
  wireVersion: number | null;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

export function attachSync(server: Server, options: SyncOptions): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.frameSizeMax, perMessageDeflate: false });
  const open = { byPerson: new Map<string, number>(), byAddress: new Map<string, number>() };

  async function accept(request: IncomingMessage): Promise<Accepted | string> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const proposalId = PATH.exec(url.pathname)?.[1];
    if (!proposalId) return '404 Not Found';
    if (!options.isAllowedOrigin(request.headers.origin, request.headers.host)) return '403 Forbidden';
    const person = await options.authenticate(request);
    if (!person) return '401 Unauthorized';
    if (options.rooms.isDraining()) return '503 Service Unavailable';
    // One answer for "no such proposal" and "not yours": an outsider must not learn which.
    if (!options.membership(proposalId, person.userId)) return '404 Not Found';
    if ((open.byPerson.get(person.userId) ?? 0) >= limits.socketsPerPersonMax) return '429 Too Many Requests';
    if ((open.byAddress.get(addressOf(request)) ?? 0) >= limits.socketsPerAddressMax) return '429 Too Many Requests';
    const room = await options.rooms.open(proposalId);
    if (!room) return '404 Not Found';
    const version = url.searchParams.get('adagia');
    return { person, room, proposalId, wireVersion: version === null ? null : Number(version) };
  }

  function connect(socket: WebSocket, request: IncomingMessage, accepted: Accepted): void {
    const keys = [
      [open.byPerson, accepted.person.userId],
      [open.byAddress, addressOf(request)],
    ] as const;
    for (const [counts, key] of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    socket.on('close', () => {
      for (const [counts, key] of keys) {
        const left = (counts.get(key) ?? 1) - 1;
        if (left > 0) counts.set(key, left);
        else counts.delete(key);
      }
    });
    converse(socket, accepted, options);
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    accept(request).then(
      (accepted) => {
        if (typeof accepted === 'string') return refuse(socket, accepted);
        return sockets.handleUpgrade(request, socket, head, (upgraded) => connect(upgraded, request, accepted));
      },
      (error: unknown) => {
        options.onError(error);
        refuse(socket, '500 Internal Server Error');
      },
    );
  });
}

function addressOf(request: IncomingMessage): string {
  return request.socket.remoteAddress ?? '';
}

/** One connection, from welcome to close. */
function converse(socket: WebSocket, accepted: Accepted, options: SyncOptions): void {
  const { person, room, proposalId, wireVersion } = accepted;
  const rights = options.membership(proposalId, person.userId);
  const close = (reason: CloseReasonName) => socket.close(closeReasons[reason].code, reason);
  if (!rights) return close('notAllowed');
  if (wireVersion !== null && wireVersion !== WIRE_VERSION) return close('clientTooOld');

  const { userId, name, sessionId } = person;
  const colour = options.colourOf(userId);
  const peer: Peer = {
    userId,
    sessionId,
    canWrite: rights.canWrite,
    user: { id: userId, name, organisationId: rights.organisationId, colour },
    wireVersion,
    received: 0,
    send(frame) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > limits.sendBufferMax) return close('reload');
      socket.send(frame);
    },
    close(reason) {
      room.leave(peer);
      close(reason);
    },
  };
  const allow = limiter(options.now());

  socket.binaryType = 'nodebuffer';
  socket.on('error', () => socket.terminate());
  socket.on('close', () => room.leave(peer));
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (socket.readyState !== socket.OPEN) return;
    try {
      if (!isBinary) throw new Refusal('malformed', 'text');
      if (!allow(data.length, options.now())) throw new Refusal('rate', 'too many frames');
      receive(room, peer, data);
    } catch (error) {
      if (!(error instanceof Refusal)) options.onError(error);
      peer.close(error instanceof Refusal ? error.reason : 'reload');
    }
  });
  watchLife(socket);
  room.join(peer);
}

function receive(room: Room, peer: Peer, data: Buffer): void {
  let frame: ReturnType<typeof parseFrame>;
  try {
    frame = parseFrame(data);
  } catch {
    // Truncated, of unknown type, or with a tail.
    throw new Refusal('malformed', 'not a message');
  }
  room.receive(peer, frame);
}

function limiter(nowMs: number): (size: number, nowMs: number) => boolean {
  const frames = new Bucket(limits.framesPerSecond, limits.framesBurst, nowMs);
  const bytes = new Bucket(limits.bytesPerSecond, limits.bytesBurst, nowMs);
  return (size, at) => frames.take(1, at) && bytes.take(size, at);
}

/** A socket that did not answer a ping by the next one is gone. */
function watchLife(socket: WebSocket): void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    return socket.ping();
  }, limits.pingIntervalMs);
  socket.on('close', () => clearInterval(timer));
}
