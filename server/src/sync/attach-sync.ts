// The sync socket on the HTTP server: who may open one is decided before the upgrade (path, origin, session, membership, number
// of sockets). What a socket may send is the connection's business. PROTOCOL.md says what travels.

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { isStorageError } from '@adagia/db/open-database';
import { type CloseReasonName, closeReasons } from '@adagia/shared/wire/close-codes';
import { limits } from '@adagia/shared/wire/limits';
import { WIRE_VERSION } from '@adagia/shared/wire/messages';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Rights } from './admission/rights.ts';
import { Connection } from './connection.ts';
import type { LiveRooms } from './create-rooms.ts';
import { keepAlive } from './keep-alive.ts';
import type { Room } from './room.ts';
import { SocketCounts } from './socket-counts.ts';
import { websocketTransport } from './websocket-transport.ts';

export interface SyncPerson {
  userId: string;
  name: string;
  sessionId: string;
}

export interface SyncOptions {
  rooms: LiveRooms;
  authenticate(request: IncomingMessage): Promise<SyncPerson | null>;
  membership(proposalId: string, userId: string): (Rights & { organisationId: string | null }) | null;
  isAllowedOrigin(origin: string | undefined, host: string | undefined): boolean;
  /** The network that somebody comes from: behind a proxy not the proxy's. */
  addressOf(request: IncomingMessage): string;
  /** For everybody to see in presence. */
  colourOf(userId: string): string;
  /** Tests and benchmarks open more sockets from one address than people do. */
  isLimited: boolean;
  onRefused(refusal: { proposalId: string; userId: string; reason: CloseReasonName; message: string }): void;
  /** Before the upgrade. @param status as in the status line */
  onTurnedAway(refusal: { proposalId: string | null; status: number }): void;
  onError(error: unknown): void;
  now(): number;
}

const PATH = /^\/sync\/([0-9a-f]{8}-[0-9a-f-]{27})$/;

interface Accepted {
  person: SyncPerson;
  /** Or why it cannot be entered, which a browser is only told over an open socket. */
  room: Room | CloseReasonName;
  proposalId: string;
  wireVersion: number | null;
}

function refuse(socket: Duplex, status: string): void {
  // The other side may never close its half: it would cost a file descriptor for ever.
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** What somebody who watches the server asks. */
export interface SyncLoad {
  connectionCount(): number;
  bufferedBytes(): number;
}

export function attachSync(server: Server, options: SyncOptions): SyncLoad {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.frameSizeMax, perMessageDeflate: false });
  const counts = new SocketCounts(options.isLimited);
  const watch = keepAlive(sockets.clients);
  server.on('close', () => watch.end());
  sockets.on('error', options.onError);

  function connect(socket: WebSocket, raw: Duplex, accepted: Accepted): void {
    watch.add(socket, raw);
    converse(socket, raw, accepted, options);
  }

  server.on('upgrade', (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    raw.on('error', () => raw.destroy());
    const url = URL.parse(request.url ?? '/', 'http://localhost');
    accept(url, request, raw, counts, options).then(
      (accepted) => {
        if (typeof accepted !== 'string') {
          return sockets.handleUpgrade(request, raw, head, (socket) => connect(socket, raw, accepted));
        }
        options.onTurnedAway({ proposalId: proposalIn(url), status: Number.parseInt(accepted, 10) });
        return refuse(raw, accepted);
      },
      (error: unknown) => {
        options.onError(error);
        refuse(raw, '500 Internal Server Error');
      },
    );
  });
  return {
    connectionCount: () => sockets.clients.size,
    bufferedBytes: () => [...sockets.clients].reduce((sum, { bufferedAmount }) => sum + bufferedAmount, 0),
  };
}

const proposalIn = (url: URL | null): string | null => PATH.exec(url?.pathname ?? '')?.[1] ?? null;

/** @returns the status line that it is refused with, otherwise. */
async function accept(
  url: URL | null,
  request: IncomingMessage,
  raw: Duplex,
  counts: SocketCounts,
  options: SyncOptions,
): Promise<Accepted | string> {
  const proposalId = proposalIn(url);
  if (!url || !proposalId) return '404 Not Found';
  if (!options.isAllowedOrigin(request.headers.origin, request.headers.host)) return '403 Forbidden';
  const person = await options.authenticate(request);
  if (!person) return '401 Unauthorized';
  if (options.rooms.isDraining()) return '503 Service Unavailable';
  // One answer for "no such proposal" and "not yours": an outsider must not learn which.
  if (!options.membership(proposalId, person.userId)) return '404 Not Found';
  const release = counts.take(person.userId, options.addressOf(request));
  if (!release) return '429 Too Many Requests';
  // Of the wire itself: it may be gone already, before there is a websocket to say so.
  if (raw.closed) release();
  else raw.once('close', release);
  const room = await open(proposalId, options);
  if (!room) return '404 Not Found';
  const version = url.searchParams.get('adagia');
  return { person, room, proposalId, wireVersion: version === null ? null : Number(version) };
}

async function open(proposalId: string, { rooms, onError }: SyncOptions): Promise<Room | CloseReasonName | null> {
  try {
    return await rooms.open(proposalId);
  } catch (error) {
    onError(error);
    return isStorageError(error) ? 'storage' : 'damaged';
  }
}

/** From welcome to close. */
function converse(socket: WebSocket, raw: Duplex, accepted: Accepted, options: SyncOptions): void {
  const { person, room, proposalId, wireVersion } = accepted;
  const { userId, name, sessionId } = person;
  const end = (reason: CloseReasonName) => socket.close(closeReasons[reason].code, reason);
  // Asked again: the room may have taken a moment to load, and rights change in a moment.
  const membership = options.membership(proposalId, userId);
  if (!membership) return end('notAllowed');
  if (options.rooms.isSessionEnded(sessionId)) return end('sessionEnded');
  // The others have been told already: without it, this one would be cut without a word.
  if (options.rooms.isDraining()) return end('draining');
  if (wireVersion !== null && wireVersion !== WIRE_VERSION) return end('clientTooOld');
  if (typeof room === 'string') return end(room);

  const { organisationId } = membership;
  const connection = new Connection({
    transport: websocketTransport(socket, raw),
    room,
    person,
    userJson: JSON.stringify({ id: userId, name, organisationId, colour: options.colourOf(userId) }),
    rights: membership,
    wireVersion,
    nowMs: options.now,
    onRefused: (reason, message) => options.onRefused({ proposalId, userId, reason, message }),
    onError: options.onError,
  });
  socket.binaryType = 'nodebuffer';
  socket.on('error', () => socket.terminate());
  socket.on('close', () => connection.ended());
  socket.on('message', (data: Buffer, isBinary: boolean) => connection.receive(isBinary ? data : null));
  connection.join();
}
