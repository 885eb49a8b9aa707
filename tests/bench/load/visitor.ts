// One connection in detail: joins, says when it was in and what that took on the wire, and can write what it is given.
import { BareSocket } from '../wire/bare-socket.ts';
import { Reader } from '../wire/bytes.ts';
import * as wire from '../wire/messages.ts';
import type { Seat } from './plan.ts';

export interface VisitTarget {
  port: number;
  dialect: wire.Dialect;
  seat: Pick<Seat, 'path' | 'documentName' | 'cookie' | 'localAddress'>;
  /** What this visitor has already; nothing by default. */
  stateVector?: Uint8Array;
  /** Clocks by author that must have come before this visitor counts as in: some servers answer before they have loaded. */
  expects?: ReadonlyMap<number, number>;
}

export interface Arrival {
  /** Milliseconds from the connection attempt to the whole document. */
  joinMs: number;
  /** Of these, until the socket was open. */
  openMs: number;
  bytesIn: number;
}

/** Milliseconds; the slowest join seen here took under five seconds. */
const JOIN_MAX_MS = 60_000;

export class Visitor {
  readonly arrived: Promise<Arrival>;
  readonly closed: Promise<string>;
  readonly #socket: BareSocket;
  readonly #prefix: Buffer;
  #onStep2: (update: Buffer) => void = () => undefined;
  /** Characters seen of others, by author: the clock behind the last one. */
  readonly seen = new Map<number, number>();
  #acked = 0;
  #greetings = 0;
  #waiting: (() => void)[] = [];
  readonly #eyes = {
    onTyped: (clientId: number, _clock: number, end: number) => {
      if (end > (this.seen.get(clientId) ?? 0)) this.seen.set(clientId, end);
    },
  };

  constructor({ port, dialect, seat, stateVector = wire.emptyStateVector, expects }: VisitTarget) {
    this.#prefix = wire.prefixOf(dialect, seat.documentName);
    const startMs = performance.now();
    let openMs = 0;
    const { promise: arrived, resolve: arrive, reject: fail } = Promise.withResolvers<Arrival>();
    const { promise: closed, resolve: close } = Promise.withResolvers<string>();
    this.arrived = arrived;
    this.closed = closed;
    this.#onStep2 = () => {
      const isIn = () => [...(expects ?? [])].every(([author, clock]) => (this.seen.get(author) ?? 0) >= clock);
      void this.until(isIn).then(() =>
        arrive({ joinMs: performance.now() - startMs, openMs, bytesIn: this.#socket.bytesIn }),
      );
    };
    this.#socket = new BareSocket(
      { port, ...seat },
      {
        onOpen: () => {
          openMs = performance.now() - startMs;
          if (dialect === 'hocuspocus') this.#socket.send(wire.tokenMessage(this.#prefix));
          this.#socket.send(wire.syncMessage(this.#prefix, wire.syncType.step1, stateVector));
        },
        onMessage: (frame) => this.#read(frame),
        onClose: (reason) => {
          fail(new Error(`could not join: ${reason}`));
          close(reason);
        },
      },
    );
    const timer = setTimeout(() => fail(new Error(`did not get the whole document in ${JOIN_MAX_MS} ms`)), JOIN_MAX_MS);
    arrived.then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
  }

  #read(frame: Buffer): void {
    wire.readMessage(frame, this.#prefix.length, {
      onStep1: () => {
        this.#greetings += 1;
        this.#socket.send(wire.syncMessage(this.#prefix, wire.syncType.step2, wire.emptyUpdate));
      },
      onStep2: (update) => {
        wire.readTyped(new Reader(update), this.#eyes);
        this.#onStep2(update);
      },
      ...this.#eyes,
      onPresence: () => undefined,
      onAck: (count) => (this.#acked = count),
    });
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const look of waiting) look();
  }

  update(payload: Uint8Array): void {
    this.#socket.send(wire.syncMessage(this.#prefix, wire.syncType.update, payload));
  }

  /** Updates that the server says are on disk: it counts our answer to its greeting too. */
  get ackedUpdates(): number {
    return Math.max(0, this.#acked - this.#greetings);
  }

  /** Asks for the whole document again. What was sent before is in the answer: servers work first in, first out. */
  async ask(stateVector: Uint8Array = wire.emptyStateVector): Promise<Buffer> {
    const answer = new Promise<Buffer>((resolve) => {
      this.#onStep2 = (update) => resolve(Buffer.from(update));
    });
    this.#socket.send(wire.syncMessage(this.#prefix, wire.syncType.step1, stateVector));
    return answer;
  }

  /** Looks whenever something came in. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  get bytesIn(): number {
    return this.#socket.bytesIn;
  }

  leave(): void {
    this.#socket.destroy();
  }
}
