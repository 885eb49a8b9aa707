// Time that passes only when something is due: a queue of events, one after the other. Between two events every promise that
// can go on has gone on, so that a run depends on its seed alone.

interface Due {
  atMs: number;
  /** Breaks ties: what was asked for first comes first. */
  order: number;
  work: (() => void) | null;
}

export class VirtualClock {
  /** Some day, so that nothing mistakes it for "never". */
  nowMs = 1_700_000_000_000;
  readonly #heap: Due[] = [];
  #order = 0;

  /** @returns what calls it off */
  after(delayMs: number, work: () => void): () => void {
    const due: Due = { atMs: this.nowMs + Math.max(0, delayMs), order: this.#order, work };
    this.#order += 1;
    push(this.#heap, due);
    return () => {
      due.work = null;
    };
  }

  /** Never resolves when `isGone` says so at that time: whoever waited is not there any more. */
  wait(delayMs: number, isGone: () => boolean = () => false): Promise<void> {
    return new Promise((resolve) => {
      this.after(delayMs, () => {
        if (!isGone()) resolve();
      });
    });
  }

  /** Lets things happen until `isDone`, asked before each. @returns false when the time is over first */
  async run(forMs: number, isDone: () => boolean = () => false): Promise<boolean> {
    const untilMs = this.nowMs + forMs;
    while (!isDone()) {
      const due = pop(this.#heap);
      if (!due || due.atMs > untilMs) {
        if (due) push(this.#heap, due);
        this.nowMs = untilMs;
        return isDone();
      }
      if (!due.work) continue;
      this.nowMs = Math.max(this.nowMs, due.atMs);
      due.work();
      await turn();
    }
    return true;
  }
}

/** Every promise that can go on has gone on. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

const isBefore = (one: Due, other: Due): boolean =>
  one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);

function push(heap: Due[], due: Due): void {
  let at = heap.push(due) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isBefore(heap[at]!, heap[above]!)) return;
    swap(heap, at, above);
    at = above;
  }
}

function pop(heap: Due[]): Due | undefined {
  const [first] = heap;
  const last = heap.pop();
  if (!first || !last || heap.length === 0) return first;
  heap[0] = last;
  for (let at = 0; ; ) {
    let least = at;
    for (const below of [2 * at + 1, 2 * at + 2])
      if (below < heap.length && isBefore(heap[below]!, heap[least]!)) least = below;
    if (least === at) return first;
    swap(heap, at, least);
    at = least;
  }
}

function swap(heap: Due[], one: number, other: number): void {
  [heap[one], heap[other]] = [heap[other]!, heap[one]!];
}
