// Lets go of everything that can be loaded again before the memory is full: the process would be killed otherwise, in the middle
// of everything. People come back one by one, and only the documents that are in use are loaded anew.
import { totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';

/** Share of what the process may have. Above it the collector runs all the time, and everybody waits. */
const SHARE_MAX = 0.8;
const LOOK_EVERY_MS = 5000;
/** Milliseconds. Whoever was sent away comes back within a minute; doing it more often would be worse than waiting. */
const PAUSE_MS = 60_000;

export interface MemoryState {
  usedBytes: number;
  limitBytes: number;
}

/**
 * The heap's, or that of the whole process where it is tighter: documents are bytes, which are outside the heap.
 * @param settingBytes what the process may have as a whole; null: what the container gives, or the machine has
 */
export function readMemory(settingBytes: number | null): MemoryState {
  const { used_heap_size: heapBytes, heap_size_limit: heapLimit } = getHeapStatistics();
  const processLimit = settingBytes ?? Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem());
  const processBytes = process.memoryUsage.rss();
  return processBytes / processLimit > heapBytes / heapLimit
    ? { usedBytes: processBytes, limitBytes: processLimit }
    : { usedBytes: heapBytes, limitBytes: heapLimit };
}

interface GuardOptions {
  read(): MemoryState;
  now(): number;
  /** Lets go. */
  shed(state: MemoryState): void;
}

export class MemoryGuard {
  readonly #options: GuardOptions;
  #shedAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: GuardOptions) {
    this.#options = options;
  }

  look(): void {
    const { read, now, shed } = this.#options;
    const state = read();
    // Whichever way: a clock that was set back must not keep it from ever letting go again.
    const isTooSoon = Math.abs(now() - this.#shedAtMs) < PAUSE_MS;
    if (state.usedBytes < state.limitBytes * SHARE_MAX || isTooSoon) return;
    this.#shedAtMs = now();
    shed(state);
  }

  /** @returns what ends it */
  start(): () => void {
    const timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    return () => clearInterval(timer);
  }
}
