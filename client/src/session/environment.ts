// What a session needs of the world around it: clock, timers, chance, sockets, the page's own events. The browser's is made
// here; the simulator (tests/src/simulation) gives it a virtual one, so that what runs there is the production code.
import * as Y from 'yjs';

export interface SocketEvents {
  onOpen(): void;
  onMessage(bytes: Uint8Array): void;
  /** Once, however it ended. 1006 for a lost network. */
  onClose(code: number): void;
}

export interface ClientSocket {
  readonly isOpen: boolean;
  /** Bytes that were given to it and have not left yet; where nobody knows it is missing. */
  readonly bufferedBytes?: number;
  send(bytes: Uint8Array<ArrayBuffer>): void;
  /** Nothing is told about it any more, `onClose` included. */
  abandon(): void;
}

export type PageEvent = 'online' | 'offline' | 'pagehide';

export interface SessionEnvironment {
  nowMs(): number;
  /** At least 0 and below 1. */
  random(): number;
  /** @returns what calls it off */
  after(delayMs: number, work: () => void): () => void;
  connect(url: string, events: SocketEvents): ClientSocket;
  /** Empty, with a client id that nobody else has. */
  createDocument(): Y.Doc;
  isOnline(): boolean;
  /** Whether the server answers by HTTP; must not throw. */
  answersHttp(): Promise<boolean>;
  /** @returns what stops listening */
  onPage(event: PageEvent, listener: () => void): () => void;
  /** Small facts that survive a reload of this tab. null where it was never written, or cannot be. */
  readTabValue(key: string): string | null;
  writeTabValue(key: string, value: string): void;
}

function connect(url: string, events: SocketEvents): ClientSocket {
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  socket.onopen = () => events.onOpen();
  socket.onmessage = ({ data }) => {
    if (data instanceof ArrayBuffer) events.onMessage(new Uint8Array(data));
  };
  socket.onclose = ({ code }) => events.onClose(code);
  return {
    get isOpen() {
      return socket.readyState === WebSocket.OPEN;
    },
    get bufferedBytes() {
      return socket.bufferedAmount;
    },
    send: (bytes) => socket.send(bytes),
    abandon() {
      socket.onopen = null;
      socket.onmessage = null;
      socket.onclose = null;
      socket.close();
    },
  };
}

export const browserEnvironment: SessionEnvironment = {
  nowMs: () => Date.now(),
  random: () => Math.random(),
  after(delayMs, work) {
    const timer = setTimeout(work, delayMs);
    return () => clearTimeout(timer);
  },
  connect,
  createDocument: () => new Y.Doc(),
  isOnline: () => navigator.onLine,
  answersHttp: () =>
    fetch('/healthz', { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    ),
  onPage(event, listener) {
    addEventListener(event, listener);
    return () => removeEventListener(event, listener);
  },
  readTabValue: (key) => globalThis.sessionStorage?.getItem(key) ?? null,
  writeTabValue: (key, value) => globalThis.sessionStorage?.setItem(key, value),
};
