// A websocket that comes back: at once when the network or the page returns, else with back-off and jitter. Knows nothing
// of what it carries. A socket from which nothing comes although something must is closed and opened anew.
import { type CloseReasonName, closeReasonOf, closeReasons } from '@adagia/shared/wire/close-codes';

export interface SocketHandlers {
  onOpen(): void;
  onMessage(bytes: Uint8Array): void;
  /** Nothing has come for a while although something must: send what the server answers at once. */
  onSilence(): void;
  /** @param reason null for a lost network, a proxy, a restart. @returns whether to come back. */
  onClose(reason: CloseReasonName | null): boolean;
}

/** Milliseconds. The first attempts are quick, because most losses last a second; twelve people must not come at once. */
const BACK_OFF_MS = [200, 500, 1000, 2000, 4000, 8000];
/** Milliseconds. Twice of it is shorter than the five seconds in which "Offline" must show. */
const SILENCE_MAX_MS = 2000;

export class ReconnectingSocket {
  readonly #url: string;
  readonly #handlers: SocketHandlers;
  #socket: WebSocket | null = null;
  #attempt = 0;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #silenceTimer: ReturnType<typeof setTimeout> | undefined;
  #isEnded = false;

  constructor(url: string, handlers: SocketHandlers) {
    this.#url = url;
    this.#handlers = handlers;
    globalThis.addEventListener('online', this.#comeBackNow);
    globalThis.addEventListener('offline', this.#giveUpSocket);
    this.#open();
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Sockets that never opened in a row: behind some networks they never do. */
  get failedAttempts(): number {
    return this.#attempt;
  }

  send(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.isOpen) this.#socket?.send(bytes);
  }

  /** Something must come soon (an acknowledgement, an answer). A slow server still answers a question; a dead line does not. */
  expectAnswer(): void {
    this.#silenceTimer ??= setTimeout(() => {
      this.#handlers.onSilence();
      this.#silenceTimer = setTimeout(this.#giveUpSocket, SILENCE_MAX_MS);
    }, SILENCE_MAX_MS);
  }

  #heard(): void {
    clearTimeout(this.#silenceTimer);
    this.#silenceTimer = undefined;
  }

  end(): void {
    this.#isEnded = true;
    clearTimeout(this.#retryTimer);
    this.#heard();
    globalThis.removeEventListener('online', this.#comeBackNow);
    globalThis.removeEventListener('offline', this.#giveUpSocket);
    this.#socket?.close();
  }

  readonly #comeBackNow = () => {
    if (this.#socket || this.#isEnded) return;
    clearTimeout(this.#retryTimer);
    this.#open();
  };

  /** The browser may wait for minutes until it tells us: we do not. */
  readonly #giveUpSocket = () => {
    const socket = this.#socket;
    if (!socket) return;
    socket.onclose = null;
    socket.onmessage = null;
    socket.close();
    this.#closed(null);
  };

  #open(): void {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      this.#attempt = 0;
      this.#handlers.onOpen();
    };
    socket.onmessage = ({ data }) => {
      this.#heard();
      if (data instanceof ArrayBuffer) this.#handlers.onMessage(new Uint8Array(data));
    };
    socket.onclose = ({ code }) => this.#closed(closeReasonOf(code));
    this.expectAnswer();
  }

  #closed(reason: CloseReasonName | null): void {
    this.#socket = null;
    this.#heard();
    if (this.#isEnded) return;
    const mayComeBack = this.#handlers.onClose(reason);
    if (!mayComeBack || (reason && closeReasons[reason].retry === 'never')) {
      this.end();
      return;
    }
    const waitMs = BACK_OFF_MS[Math.min(this.#attempt, BACK_OFF_MS.length - 1)] ?? 8000;
    this.#attempt += 1;
    // Half of it at random: a restarted server is not met by everybody in the same moment.
    this.#retryTimer = setTimeout(this.#comeBackNow, waitMs / 2 + (Math.random() * waitMs) / 2);
  }
}
