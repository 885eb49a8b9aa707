// When rooms store and send: what arrives within one window, in whatever room, is one commit and one write per socket. The
// first after a pause does not wait. Knows no room: they are things that can flush.

export interface Flushable {
  /** Resolves when what was there is on disk and sent, or has failed. */
  flush(): Promise<void>;
}

export interface TurnClock {
  /** Milliseconds, never backwards. */
  now(): number;
  /** As soon as what has arrived already was handled. */
  soon(work: () => void): void;
  after(ms: number, work: () => void): void;
}

export const systemTurnClock: TurnClock = {
  now: () => performance.now(),
  soon: (work) => void setImmediate(work),
  after: (ms, work) => void setTimeout(work, ms),
};

/** Milliseconds. Half as long is twice as many commits, which were a third of the time with 300 typing; nobody sees a wait of 16. */
const WINDOW_MIN_MS = 16;
/** Under load a window is as long as this many flushes, so that at least half of the time is left to take in. */
const WINDOW_PER_FLUSH = 2;
/** A caret that lags by more is seen. */
const WINDOW_MAX_MS = 50;

export class Turns {
  readonly #clock: TurnClock;
  readonly #dirty = new Set<Flushable>();
  #isWaiting = false;
  #startedMs = Number.NEGATIVE_INFINITY;
  #windowMs = WINDOW_MIN_MS;

  constructor(clock: TurnClock) {
    this.#clock = clock;
  }

  mark(room: Flushable): void {
    this.#dirty.add(room);
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    const waitMs = this.#startedMs + this.#windowMs - this.#clock.now();
    const work = () => void this.#run();
    if (waitMs > 0) this.#clock.after(waitMs, work);
    else this.#clock.soon(work);
  }

  async #run(): Promise<void> {
    this.#isWaiting = false;
    this.#startedMs = this.#clock.now();
    const rooms = [...this.#dirty];
    this.#dirty.clear();
    await Promise.all(rooms.map((room) => room.flush()));
    const tookMs = this.#clock.now() - this.#startedMs;
    this.#windowMs = Math.min(WINDOW_MAX_MS, Math.max(WINDOW_MIN_MS, tookMs * WINDOW_PER_FLUSH));
  }
}
