// A websocket that comes back: at once when the network or the page returns, else with back-off and jitter. Knows nothing
// of what it carries. A socket from which nothing comes although something must is given up and opened anew.
import { type CloseReasonName, closeReasonOf, closeReasons } from '@adagia/shared/wire/close-codes';
import type { ClientSocket, SessionEnvironment } from './environment.ts';

export interface SocketHandlers {
  onOpen(): void;
  onMessage(bytes: Uint8Array): void;
  /** Nothing has come for a while although something must: send what the server answers at once. */
  onSilence(): void;
  /** @param reason null for a lost network, a proxy, a restart. @returns whether to come back. */
  onClose(reason: CloseReasonName | null): boolean;
}

/** Milliseconds. The first attempts are quick, because most losses last a second. */
const BACK_OFF_MS = [400, 800, 1600, 3200, 6400, 8000];
/** Three quarters are at random: a server that sends 1,500 people away has five of them back in each millisecond, not all. */
const JITTER = 0.75;
/** Milliseconds. Twice of it is shorter than the five seconds in which "Offline" must show. */
const SILENCE_MAX_MS = 2000;
/**
 * So often is it asked again while a document is on its way: a browser tells of a message when all of it is there, and over a slow line
 * a megabyte takes half a minute. Whoever gave up then would begin anew, and never have it.
 */
const LOADING_TRIES_MAX = 30;
/** Milliseconds without a word, after which one is asked for: who only reads would not notice a dead line. Where others are in
 * the room their presence is renewed every 15 s, so that only who is alone asks. */
const QUIET_MAX_MS = 20_000;

export class ReconnectingSocket {
  readonly #url: string;
  readonly #environment: SessionEnvironment;
  readonly #handlers: SocketHandlers;
  #socket: ClientSocket | null = null;
  #attempt = 0;
  #neverOpened = 0;
  #hasOpened = false;
  #cancelRetry: (() => void) | null = null;
  #cancelWatch: (() => void) | null = null;
  #isExpecting = false;
  #isLoading = false;
  #isEnded = false;
  readonly #stopListening: (() => void)[];

  constructor(url: string, environment: SessionEnvironment, handlers: SocketHandlers) {
    this.#url = url;
    this.#environment = environment;
    this.#handlers = handlers;
    this.#stopListening = [
      environment.onPage('online', this.#networkReturned),
      environment.onPage('offline', this.#giveUpSocket),
    ];
  }

  start(): void {
    this.#open();
  }

  get isOpen(): boolean {
    return this.#socket?.isOpen ?? false;
  }

  /** Sockets in a row that did not open although the network is there: behind some networks they never do. */
  get failedAttempts(): number {
    return this.#neverOpened;
  }

  send(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.isOpen) this.#socket?.send(bytes);
  }

  /** Something must come soon (an acknowledgement, an answer). A slow server still answers a question; a dead line does not. */
  expectAnswer(): void {
    if (this.#isExpecting) return;
    this.#isExpecting = true;
    this.#watch(SILENCE_MAX_MS);
  }

  #watch(quietMaxMs: number): void {
    this.#cancelWatch?.();
    this.#cancelWatch = this.#environment.after(quietMaxMs, () => {
      this.#isExpecting = true;
      this.#ask(this.#isLoading ? LOADING_TRIES_MAX : 1);
    });
  }

  #ask(triesLeft: number): void {
    if (triesLeft === 0) return this.#giveUpSocket();
    this.#handlers.onSilence();
    const toSend = this.#socket?.bufferedBytes ?? 0;
    this.#cancelWatch = this.#environment.after(SILENCE_MAX_MS, () => {
      // Less waits to be sent than before: it is slow, and not dead.
      const isMoving = (this.#socket?.bufferedBytes ?? 0) < toSend;
      this.#ask(isMoving ? triesLeft : triesLeft - 1);
    });
  }

  /** Between the first words of the server and its document. */
  set isLoading(isLoading: boolean) {
    this.#isLoading = isLoading;
  }

  #heard(): void {
    this.#isExpecting = false;
    this.#watch(QUIET_MAX_MS);
  }

  #stopWatching(): void {
    this.#isExpecting = false;
    this.#isLoading = false;
    this.#cancelWatch?.();
    this.#cancelWatch = null;
  }

  /** The server does its work: the next loss is a new one. Opening alone does not say so, as it may close at once again. */
  isGood(): void {
    this.#attempt = 0;
  }

  end(): void {
    this.#isEnded = true;
    this.#cancelRetry?.();
    this.#stopWatching();
    for (const stop of this.#stopListening) stop();
    this.#socket?.abandon();
    this.#socket = null;
  }

  readonly #networkReturned = () => {
    this.#attempt = 0;
    this.#comeBackNow();
  };

  readonly #comeBackNow = () => {
    if (this.#socket || this.#isEnded) return;
    this.#cancelRetry?.();
    this.#open();
  };

  /** The browser may wait for minutes until it tells us: we do not. */
  readonly #giveUpSocket = () => {
    if (!this.#socket) return;
    this.#socket.abandon();
    this.#closed(null);
  };

  #open(): void {
    this.#hasOpened = false;
    this.#socket = this.#environment.connect(this.#url, {
      onOpen: () => {
        this.#hasOpened = true;
        this.#neverOpened = 0;
        this.#handlers.onOpen();
      },
      onMessage: (bytes) => {
        this.#heard();
        this.#handlers.onMessage(bytes);
      },
      onClose: (code) => this.#closed(closeReasonOf(code)),
    });
    this.expectAnswer();
  }

  #closed(reason: CloseReasonName | null): void {
    this.#socket = null;
    this.#stopWatching();
    if (this.#isEnded) return;
    if (!this.#hasOpened && this.#environment.isOnline()) this.#neverOpened += 1;
    const mayComeBack = this.#handlers.onClose(reason);
    if (!mayComeBack || (reason && closeReasons[reason].retry === 'never')) {
      this.end();
      return;
    }
    const waitMs = BACK_OFF_MS[Math.min(this.#attempt, BACK_OFF_MS.length - 1)] ?? 8000;
    this.#attempt += 1;
    const jitter = 1 - JITTER + this.#environment.random() * JITTER;
    this.#cancelRetry = this.#environment.after(waitMs * jitter, this.#comeBackNow);
  }
}
