// Somebody whose page is open and who comes back by themselves, with the production socket: what they hold is a state vector, not
// a document, so that one process can be 1,500 of them.
import type { ClientSocket, SessionEnvironment, SocketEvents } from '@adagia/client/session/environment';
import { ReconnectingSocket } from '@adagia/client/session/reconnecting-socket';
import * as wire from '@adagia/client/session/wire';
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';
import { WIRE_VERSION } from '@adagia/shared/wire/messages';
import WebSocket from 'ws';
import { encodeStateVectorFromUpdate } from 'yjs';

/** A code for a socket that never opened, as a browser has it. */
const ABNORMAL = 1006;
const NOTHING = Uint8Array.of(0, 0);

function environmentOf(cookie: string): SessionEnvironment {
  const connect = (url: string, events: SocketEvents): ClientSocket => {
    const socket = new WebSocket(url, { headers: { cookie }, perMessageDeflate: false });
    socket.binaryType = 'nodebuffer';
    let isAbandoned = false;
    socket.on('error', () => undefined);
    socket.on('open', () => isAbandoned || events.onOpen());
    socket.on('message', (data: Buffer) => isAbandoned || events.onMessage(data));
    socket.on('close', (code) => isAbandoned || events.onClose(code || ABNORMAL));
    return {
      get isOpen() {
        return socket.readyState === WebSocket.OPEN;
      },
      send: (bytes) => socket.send(bytes),
      abandon() {
        isAbandoned = true;
        socket.terminate();
      },
    };
  };
  const unused = () => {
    throw new Error('not used by a socket');
  };
  return {
    nowMs: () => performance.now(),
    random: Math.random,
    after(delayMs, work) {
      const timer = setTimeout(work, delayMs);
      return () => clearTimeout(timer);
    },
    connect,
    createDocument: unused,
    isOnline: () => true,
    answersHttp: async () => true,
    onPage: () => () => undefined,
    readTabValue: () => null,
    writeTabValue: () => undefined,
  };
}

export interface PersonOptions {
  url: string;
  cookie: string;
  proposalId: string;
  /** Has no copy, and asks for everything. */
  isNewcomer: boolean;
  /** They have everything: called once for each connection that comes so far. */
  onHome(): void;
  /** @param reason null: it did not open, or the line was lost */
  onAway(reason: CloseReasonName | null): void;
}

export class ReturningPerson {
  readonly #socket: ReconnectingSocket;
  #stateVector = Uint8Array.of(0);

  constructor(options: PersonOptions) {
    const { url, cookie, proposalId, isNewcomer } = options;
    const address = `${url.replace('http', 'ws')}/sync/${proposalId}?adagia=${WIRE_VERSION}`;
    this.#socket = new ReconnectingSocket(address, environmentOf(cookie), {
      onOpen: () => this.#socket.send(wire.step1(this.#stateVector)),
      onMessage: (bytes) => this.#received(bytes, options),
      onSilence: () => this.#socket.send(wire.queryAwareness),
      onClose: (reason) => {
        options.onAway(reason);
        return true;
      },
    });
    this.#isNewcomer = isNewcomer;
  }

  readonly #isNewcomer: boolean;

  #received(bytes: Uint8Array, { onHome }: PersonOptions): void {
    const message = wire.readIncoming(bytes);
    if (message.kind === 'step1') this.#socket.send(wire.step2(NOTHING));
    // The first answer has all there is; the next ones what came since, which is nothing here.
    if (message.kind === 'step2' && message.update.length > 2 && !this.#isNewcomer)
      this.#stateVector = new Uint8Array(encodeStateVectorFromUpdate(message.update));
    if (message.kind === 'step2') onHome();
    if (message.kind === 'ack') this.#socket.isGood();
  }

  start(): void {
    this.#socket.start();
  }

  end(): void {
    this.#socket.end();
  }
}
