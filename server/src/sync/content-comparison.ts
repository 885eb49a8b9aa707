// Does a client's document say the same as the room's? Asked by clients when nothing is under way (rule R13). The fingerprint is
// made only then, and once for all who ask about the same state. Knows no document: `hash` does.
import type { ComparisonName } from '@adagia/shared/wire/messages';

export interface ComparisonOptions {
  /** Milliseconds. */
  now(): number;
  /** The fingerprint of what is on disk now; a promise where the document is so large that it takes a while. */
  hash(): string | Promise<string>;
  /** Somebody sees something else than what is on disk: to be logged and counted, without content. */
  onDifferent(userId: string): void;
}

/** Milliseconds between two fingerprints of one room: of a large document each costs tens of them. */
const EVERY_MS = 5000;
/** Milliseconds since the last change, within which a difference says nothing: it may be under way to whoever asks. */
const QUIET_MS = 3000;

export interface CommittedState {
  /** Sequence number of the last entry on disk. */
  seq: number;
  /** Milliseconds: when it was committed. */
  atMs: number;
}

/** A connection. */
interface Asking {
  readonly userId: string;
}

/** Nobody should ever see this one: it says that something was lost, doubled or shown differently. */
export class DifferenceError extends Error {
  constructor(userId: string) {
    super(`person ${userId} sees something else than what is stored`);
    this.name = 'DifferenceError';
  }
}

export class ContentComparison {
  readonly #options: ComparisonOptions;
  #known: { seq: number; hash: string } | null = null;
  #lastMs = -Infinity;
  readonly #toldOnce = new WeakMap<Asking, string>();

  constructor(options: ComparisonOptions) {
    this.#options = options;
  }

  /** @param state of what is on disk, while nothing waits to get there */
  compare(peer: Asking, hash: string, { seq, atMs }: CommittedState): ComparisonName {
    const nowMs = this.#options.now();
    // A clock that was set back must not put it off for as long.
    if (Math.abs(nowMs - atMs) < QUIET_MS) return 'later';
    if (this.#known?.seq !== seq) {
      if (Math.abs(nowMs - this.#lastMs) < EVERY_MS) return 'later';
      this.#lastMs = nowMs;
      const made = this.#options.hash();
      if (typeof made !== 'string') return this.#expect(seq, made);
      this.#known = { seq, hash: made };
    }
    if (this.#known.hash === hash) return 'equal';
    this.#tell(peer, `${seq} ${hash}`);
    return 'different';
  }

  /** Whoever asks again is answered from it. */
  #expect(seq: number, made: Promise<string>): ComparisonName {
    void this.#keep(seq, made);
    return 'later';
  }

  async #keep(seq: number, made: Promise<string>): Promise<void> {
    try {
      this.#known = { seq, hash: await made };
    } catch {
      // No fingerprint, no answer: the next one to ask has it made again.
    }
  }

  /** The second time it is true: whoever has had an answer has had everything that was sent before it. */
  #tell(peer: Asking, what: string): void {
    if (this.#toldOnce.get(peer) === what) this.#options.onDifferent(peer.userId);
    else this.#toldOnce.set(peer, what);
  }
}
