// Lets a few pieces of work be under way at once, some wait, and turns the rest away. In front of password hashes: each takes a
// processor for a twentieth of a second and 32 MB, and a hundred at once would take them from those who type.
import { availableParallelism } from 'node:os';
import { AppError } from '../http/app-error.ts';

export interface GateLimits {
  atOnceMax: number;
  waitingMax: number;
}

/** One processor stays with the event loop; two of the four threads that Node has for such work stay with files and names. */
const HASHES_AT_ONCE_MAX = Math.max(1, Math.min(2, availableParallelism() - 1));
export const hashLimits: GateLimits = {
  atOnceMax: HASHES_AT_ONCE_MAX,
  /** A school that signs in at the same moment; the last one waits about ten seconds. Longer, and people press again. */
  waitingMax: 120,
};
/** Seconds after which a place is likely. */
const COME_BACK_SECONDS = 5;

export class Gate {
  readonly #limits: GateLimits;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limits: GateLimits) {
    this.#limits = limits;
  }

  /** @throws AppError too-many-requests at once, before anything of `work` ran, when too many wait */
  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#limits.atOnceMax && this.#waiting.length >= this.#limits.waitingMax) {
      throw new AppError('too-many-requests', undefined, COME_BACK_SECONDS);
    }
    return this.#queued(work);
  }

  async #queued<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.#limits.atOnceMax) this.#running += 1;
    // Whoever leaves hands its place over, so that nobody comes in between.
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
