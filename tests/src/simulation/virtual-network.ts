// Lines between pages and servers: each direction in order and late, cut or gone dumb at any time. What is under way when a
// line is cut is lost. Knows no message: bytes in, bytes out.
import type { ClientSocket, SocketEvents } from '@adagia/client/session/environment';
import type { SeededRandom } from './seeded-random.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface ServerEvents {
  onMessage(bytes: Uint8Array): void;
  /** Once, when the line is known to be gone. */
  onClose(): void;
}

const LOST_NETWORK = 1006;

/** Milliseconds after which a server that pings every 15 s knows that nobody answers. */
const PING_MS = 30_000;

export class Line {
  readonly #clock: VirtualClock;
  readonly #random: SeededRandom;
  readonly #client: SocketEvents;
  #server: ServerEvents | null = null;
  /** Nothing arrives any more, in either direction. */
  #isCut = false;
  /** Nothing arrives in this direction, and nobody is told. */
  readonly #isDumb = { toClient: false, toServer: false };
  readonly #lastMs = { toClient: 0, toServer: 0 };
  #isClientOpen = false;
  #isClientGone = false;
  #isServerGone = false;
  slowByMs = 0;

  constructor(clock: VirtualClock, random: SeededRandom, client: SocketEvents) {
    this.#clock = clock;
    this.#random = random;
    this.#client = client;
  }

  /** In order, whatever each takes by itself. */
  #carry(direction: 'toClient' | 'toServer', deliver: () => void): void {
    const atMs = Math.max(this.#lastMs[direction], this.#clock.nowMs + this.#random.between(1, 40) + this.slowByMs);
    this.#lastMs[direction] = atMs;
    this.#clock.after(atMs - this.#clock.nowMs, () => {
      if (!this.#isCut && !this.#isDumb[direction]) deliver();
    });
  }

  readonly clientEnd: ClientSocket = ((line: Line) => ({
    get isOpen() {
      return line.#isClientOpen && !line.#isClientGone;
    },
    send(bytes: Uint8Array) {
      const copy = bytes.slice();
      line.#carry('toServer', () => {
        if (!line.#isServerGone) line.#server?.onMessage(copy);
      });
    },
    abandon: () => line.clientLeaves(),
  }))(this);

  /** The server takes the line. */
  accept(server: ServerEvents): void {
    this.#server = server;
    this.#carry('toClient', () => {
      if (this.#isClientGone) return;
      this.#isClientOpen = true;
      this.#client.onOpen();
    });
  }

  get isServerOpen(): boolean {
    return !this.#isServerGone && !this.#isCut;
  }

  sendToClient(bytes: Uint8Array): void {
    if (this.#isServerGone) return;
    const copy = bytes.slice();
    this.#carry('toClient', () => {
      if (!this.#isClientGone) this.#client.onMessage(copy);
    });
  }

  /** By the server; also instead of accepting. */
  closeByServer(code: number): void {
    if (this.#isServerGone) return;
    this.#carry('toClient', () => this.#tellClient(code));
    this.#tellServer();
  }

  /** A page closes its socket, or is closed itself. */
  clientLeaves(): void {
    if (this.#isClientGone) return;
    this.#isClientGone = true;
    if (this.#isDumb.toServer) this.#clock.after(PING_MS, () => this.#tellServer());
    else this.#carry('toServer', () => this.#tellServer());
  }

  #tellClient(code: number): void {
    if (this.#isClientGone) return;
    this.#isClientGone = true;
    this.#client.onClose(code);
  }

  #tellServer(): void {
    if (this.#isServerGone) return;
    this.#isServerGone = true;
    this.#server?.onClose();
  }

  /** Both ends get to know, each in its time. */
  cut(): void {
    if (this.#isCut) return;
    this.#isCut = true;
    this.#clock.after(this.#random.between(1, 200), () => this.#tellClient(LOST_NETWORK));
    this.#clock.after(this.#random.between(1, 200), () => this.#tellServer());
  }

  /** Nobody gets to know: a laptop that was closed, a router that forgot. */
  goDumb(direction: 'toClient' | 'toServer'): void {
    this.#isDumb[direction] = true;
    this.#clock.after(PING_MS, () => this.#tellServer());
  }
}
