// A fixed-size histogram: percentiles of millions of latencies without keeping them. Buckets grow by 2 %, so that a figure
// is off by at most that.

const FACTOR = 1.02;
/** Milliseconds; below this everything is the same to us. */
const SMALLEST = 0.01;
const BUCKETS = 900;

export class Histogram {
  readonly #counts = new Uint32Array(BUCKETS);
  #size = 0;
  max = 0;

  add(ms: number): void {
    const bucket = ms <= SMALLEST ? 0 : Math.ceil(Math.log(ms / SMALLEST) / Math.log(FACTOR));
    const index = Math.min(bucket, BUCKETS - 1);
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#size += 1;
    if (ms > this.max) this.max = ms;
  }

  get size(): number {
    return this.#size;
  }

  /** @param share 0.99 for p99 */
  at(share: number): number {
    let left = Math.ceil(this.#size * share);
    for (let index = 0; index < BUCKETS; index += 1) {
      left -= this.#counts[index] ?? 0;
      if (left <= 0) return Math.min(SMALLEST * FACTOR ** index, this.max);
    }
    return this.max;
  }

  clear(): void {
    this.#counts.fill(0);
    this.#size = 0;
    this.max = 0;
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}
