// Of one client id: which clocks belong to which part of the document, and which of them are deleted. Runs of one part are
// one range, so that an hour of typing in one answer costs a few numbers.
import type { GrowingWriter } from '../growing-writer.ts';
import type { ByteReader } from './byte-reader.ts';

/** @returns the index of the last entry of `sorted` that is at most `value`, -1 without one. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  // Mostly it is the last one: people go on where they are.
  if (high > 0 && (sorted[high - 1] ?? 0) <= value) return high - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export class ClientRanges {
  /** The next clock: everything below it is known. */
  state = 0;
  /** Where each range begins; it ends where the next one begins, the last one at `state`. */
  #starts: number[] = [];
  #parts: number[] = [];
  /** Deleted ranges, sorted, not touching one another: beginnings and ends (not included). */
  deletedFrom: number[] = [];
  deletedUntil: number[] = [];

  write(writer: GrowingWriter): void {
    writer.uint(this.state);
    writer.rising(this.#starts);
    for (const part of this.#parts) writer.uint(part);
    writer.rising(this.deletedFrom);
    writer.rising(this.deletedUntil);
  }

  /** @throws MalformedError */
  static read(reader: ByteReader): ClientRanges {
    const ranges = new ClientRanges();
    ranges.state = reader.uint();
    ranges.#starts = reader.rising();
    ranges.#parts = ranges.#starts.map(() => reader.uint());
    ranges.deletedFrom = reader.rising();
    ranges.deletedUntil = reader.rising();
    return ranges;
  }

  /** Clocks from `state` on. */
  append(length: number, part: number): void {
    if (this.#parts.at(-1) !== part) {
      this.#starts.push(this.state);
      this.#parts.push(part);
    }
    this.state += length;
  }

  /** Of a clock below `state`. */
  partAt(clock: number): number | undefined {
    return this.#parts[lastAtMost(this.#starts, clock)];
  }

  isDeleted(clock: number): boolean {
    return clock < (this.deletedUntil[lastAtMost(this.deletedFrom, clock)] ?? 0);
  }

  /** Calls `visit` for each run of one part that is not deleted. */
  eachAlive(from: number, until: number, visit: (from: number, until: number, part: number) => void): void {
    let at = from;
    let next = lastAtMost(this.deletedFrom, from);
    if (next < 0 || (this.deletedUntil[next] ?? 0) <= at) next += 1;
    while (at < until) {
      const gapEnd = Math.min(until, this.deletedFrom[next] ?? until);
      if (gapEnd > at) this.#eachPart(at, gapEnd, visit);
      at = Math.max(gapEnd, this.deletedUntil[next] ?? until);
      next += 1;
    }
  }

  #eachPart(from: number, until: number, visit: (from: number, until: number, part: number) => void): void {
    let index = Math.max(0, lastAtMost(this.#starts, from));
    for (let at = from; at < until; index += 1) {
      const end = Math.min(until, this.#starts[index + 1] ?? until);
      visit(at, end, this.#parts[index] ?? 0);
      at = end;
    }
  }

  delete(from: number, until: number): void {
    const { deletedFrom: starts, deletedUntil: ends } = this;
    // The first range that ends at `from` or later, and the first that begins behind `until`: those between melt into one.
    let first = lastAtMost(starts, from);
    if (first < 0 || (ends[first] ?? 0) < from) first += 1;
    const behind = lastAtMost(starts, until) + 1;
    if (behind <= first) {
      starts.splice(first, 0, from);
      ends.splice(first, 0, until);
      return;
    }
    const newFrom = Math.min(from, starts[first] ?? from);
    const newUntil = Math.max(until, ends[behind - 1] ?? until);
    if (behind - first > 1) {
      starts.splice(first + 1, behind - first - 1);
      ends.splice(first + 1, behind - first - 1);
    }
    starts[first] = newFrom;
    ends[first] = newUntil;
  }
}
