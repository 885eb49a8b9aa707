// Keeps the books between what was typed here and what the server has on disk: typed, sent, acknowledged. Everything that is
// shown about saving comes from it. Pure: knows no socket, no clock and no storage. Rules S1 and S2 are in SYNC.md.

/** @template Kept what stands for a change on this device, to be marked once the server has it */
export interface TypedChange<Kept> {
  bytes: Uint8Array;
  kept: Kept;
}

interface Outgoing<Kept> {
  kind: 'step2' | 'update';
  bytes: Uint8Array;
  /** The changes that are all with the server once this frame is: of a split update its last frame carries them. */
  changes: Kept[];
}

/** Bytes unacknowledged above which the next piece of a large update waits: half of what the server takes in one burst. */
const IN_FLIGHT_MAX = 4 * 1024 * 1024;

export class SaveLedger<Kept> {
  /** Not sent on this connection. */
  #typed: TypedChange<Kept>[] = [];
  /** Of earlier pages and lost connections: the next step 2 carries them. */
  #unsent: Kept[];
  #outgoing: Outgoing<Kept>[] = [];
  #inFlight: { frame: number; size: number; changes: Kept[] }[] = [];
  #framesSent = 0;
  #isInStep = false;
  #sinceMs: number | null = null;

  /** @param unsent what earlier pages typed and the server did not acknowledge */
  constructor(unsent: readonly Kept[] = []) {
    this.#unsent = [...unsent];
  }

  typed(change: TypedChange<Kept>, nowMs: number): void {
    if (this.pendingCount === 0) this.#sinceMs = nowMs;
    this.#typed.push(change);
  }

  /** A new connection: nothing was sent on it. */
  connected(): void {
    this.lost();
    this.#framesSent = 0;
  }

  /** The connection is gone: whatever was not acknowledged goes with the step 2 of the next. */
  lost(): void {
    const open = [...this.#inFlight, ...this.#outgoing].flatMap((one) => one.changes);
    this.#unsent.push(...open, ...this.#typed.map((one) => one.kept));
    this.#inFlight = [];
    this.#outgoing = [];
    this.#typed = [];
    this.#isInStep = false;
  }

  /** @param pieces everything that the server lacks, in the order in which it must arrive; at least one, also when empty */
  answer(pieces: readonly Uint8Array[]): void {
    const changes = [...this.#unsent, ...this.#typed.map((one) => one.kept)];
    this.#unsent = [];
    this.#typed = [];
    this.#isInStep = true;
    this.#queue('step2', pieces, changes);
  }

  /** @returns what was typed since the last frame, when this connection may carry it now */
  takeTyped(): Uint8Array[] | null {
    if (!this.#isInStep || this.#typed.length === 0 || this.#outgoing.length > 0) return null;
    return this.#typed.map((one) => one.bytes);
  }

  /** @param pieces of what `takeTyped` gave, nothing typed in between */
  sendTyped(pieces: readonly Uint8Array[]): void {
    const changes = this.#typed.map((one) => one.kept);
    this.#typed = [];
    this.#queue('update', pieces, changes);
  }

  #queue(kind: 'step2' | 'update', pieces: readonly Uint8Array[], changes: Kept[]): void {
    pieces.forEach((bytes, at) => {
      const isLast = at === pieces.length - 1;
      this.#outgoing.push({ kind: at === 0 ? kind : 'update', bytes, changes: isLast ? changes : [] });
    });
  }

  /** @returns the next frame to send now, which counts as sent; null when there is none, or acknowledgements come first */
  next(): { kind: 'step2' | 'update'; bytes: Uint8Array } | null {
    const inFlightSize = this.#inFlight.reduce((sum, one) => sum + one.size, 0);
    const [first] = this.#outgoing;
    if (!first || (inFlightSize > 0 && inFlightSize + first.bytes.length > IN_FLIGHT_MAX)) return null;
    this.#outgoing.shift();
    this.#framesSent += 1;
    this.#inFlight.push({ frame: this.#framesSent, size: first.bytes.length, changes: first.changes });
    return { kind: first.kind, bytes: first.bytes };
  }

  /** @returns the changes that are on the server's disk now */
  acknowledged(count: number): Kept[] {
    const saved = this.#inFlight.filter((one) => one.frame <= count);
    this.#inFlight = this.#inFlight.filter((one) => one.frame > count);
    return saved.flatMap((one) => one.changes);
  }

  /** Changes that the server has not acknowledged. */
  get pending(): Kept[] {
    const sent = [...this.#inFlight, ...this.#outgoing].flatMap((one) => one.changes);
    return [...this.#unsent, ...sent, ...this.#typed.map((one) => one.kept)];
  }

  get pendingCount(): number {
    let count = this.#unsent.length + this.#typed.length;
    for (const one of this.#inFlight) count += one.changes.length;
    for (const one of this.#outgoing) count += one.changes.length;
    return count;
  }

  /** Milliseconds: when the oldest of them was typed, as far as this page knows. */
  get pendingSinceMs(): number | null {
    return this.pendingCount > 0 ? this.#sinceMs : null;
  }

  get isAwaitingAck(): boolean {
    return this.#inFlight.length > 0;
  }

  /** S1: step 2 of this connection and every frame after it are acknowledged, and nothing waits. */
  get isSettled(): boolean {
    return this.#isInStep && this.#inFlight.length === 0 && this.#outgoing.length === 0 && this.pendingCount === 0;
  }
}
