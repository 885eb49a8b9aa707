// A world for one session in a test: a clock that is moved by hand, sockets whose other end is the test, page events that
// the test fires. Nothing in it happens by itself.
import { type CloseReasonName, closeReasons } from '@adagia/shared/wire/close-codes';
import { type ComparisonName, comparisons, messageType, syncType } from '@adagia/shared/wire/messages';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { ClientSocket, PageEvent, SessionEnvironment, SocketEvents } from '../environment.ts';

/** The server's end of one socket. */
export class FakeSocket implements ClientSocket {
  isOpen = false;
  isAbandoned = false;
  bufferedBytes = 0;
  /** Document frames as they came: what the server would have to acknowledge. */
  readonly documents: { kind: 'step2' | 'update'; update: Uint8Array; size: number }[] = [];
  readonly others: number[] = [];
  readonly #events: SocketEvents;

  constructor(events: SocketEvents) {
    this.#events = events;
  }

  send(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    const step = type === messageType.sync ? decoding.readVarUint(decoder) : -1;
    if (type !== messageType.sync || step === syncType.step1) this.others.push(type);
    else {
      const kind = step === syncType.step2 ? 'step2' : 'update';
      this.documents.push({ kind, update: decoding.readVarUint8Array(decoder), size: bytes.length });
    }
  }

  abandon(): void {
    this.isOpen = false;
    this.isAbandoned = true;
  }

  accept(): void {
    this.isOpen = true;
    this.#events.onOpen();
  }

  #deliver(...parts: (number | string | Uint8Array)[]): void {
    if (this.isAbandoned) return;
    const encoder = encoding.createEncoder();
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part);
      else if (typeof part === 'string') encoding.writeVarString(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
    }
    this.#events.onMessage(encoding.toUint8Array(encoder));
  }

  welcome(generation = 'g1', canWrite = true): void {
    this.#deliver(messageType.welcome, JSON.stringify({ generation, canWrite }));
  }

  step1(doc: Y.Doc): void {
    this.#deliver(messageType.sync, syncType.step1, Y.encodeStateVector(doc));
  }

  step2(doc: Y.Doc): void {
    this.#deliver(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(doc));
  }

  update(bytes: Uint8Array): void {
    this.#deliver(messageType.sync, syncType.update, bytes);
  }

  ack(count: number): void {
    this.#deliver(messageType.ack, count);
  }

  hint(topic: string): void {
    this.#deliver(messageType.hint, topic);
  }

  compared(answer: ComparisonName): void {
    this.#deliver(messageType.compared, comparisons.indexOf(answer));
  }

  raw(bytes: Uint8Array): void {
    this.#events.onMessage(bytes);
  }

  close(reason: CloseReasonName | null): void {
    if (this.isAbandoned) return;
    this.isOpen = false;
    this.#events.onClose(reason === null ? 1006 : closeReasons[reason].code);
  }

  /** The whole handshake of a server that holds `doc`, but for acknowledgements. */
  greet(doc: Y.Doc, generation = 'g1', canWrite = true): void {
    this.accept();
    this.welcome(generation, canWrite);
    this.step1(doc);
    this.step2(doc);
  }
}

export class FakeWorld {
  nowMs = 1_000_000;
  isOnline = true;
  answersHttp = true;
  readonly sockets: FakeSocket[] = [];
  readonly tabValues = new Map<string, string>();
  readonly #timers = new Set<{ atMs: number; work: () => void }>();
  readonly #listeners = new Map<PageEvent, Set<() => void>>();

  readonly environment: SessionEnvironment = {
    nowMs: () => this.nowMs,
    random: () => 0.5,
    after: (delayMs, work) => {
      const timer = { atMs: this.nowMs + delayMs, work };
      this.#timers.add(timer);
      return () => this.#timers.delete(timer);
    },
    connect: (_, events) => {
      const socket = new FakeSocket(events);
      this.sockets.push(socket);
      return socket;
    },
    createDocument: () => new Y.Doc(),
    isOnline: () => this.isOnline,
    answersHttp: () => Promise.resolve(this.answersHttp),
    onPage: (event, listener) => {
      const listeners = this.#listeners.get(event) ?? new Set();
      this.#listeners.set(event, listeners.add(listener));
      return () => listeners.delete(listener);
    },
    readTabValue: (key) => this.tabValues.get(key) ?? null,
    writeTabValue: (key, value) => void this.tabValues.set(key, value),
  };

  /** The newest. */
  get socket(): FakeSocket {
    const last = this.sockets.at(-1);
    if (!last) throw new Error('no socket was opened');
    return last;
  }

  fire(event: PageEvent): void {
    for (const listener of this.#listeners.get(event) ?? []) listener();
  }

  pass(ms: number): void {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const due = [...this.#timers].filter((one) => one.atMs <= untilMs).sort((a, b) => a.atMs - b.atMs);
      const [timer] = due;
      if (!timer) break;
      this.#timers.delete(timer);
      this.nowMs = timer.atMs;
      timer.work();
    }
    this.nowMs = untilMs;
  }
}
