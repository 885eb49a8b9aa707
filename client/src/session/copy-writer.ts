// Writes what happens to the document into the copy on this device: in order, one transaction at a time, what waits together.
// A record is only written when all before it are: a copy without a hole loads. Knows no Yjs and no connection.
import type { CopyRecord, LocalCopy } from './local-copy.ts';

/** Stands for one change on this device; gets its id when it is written. */
export interface KeptChange {
  id: number | null;
  isSaved: boolean;
}

interface Waiting extends CopyRecord {
  kept: KeptChange;
}

export interface CopyWriterOptions {
  /** null where the browser has no storage (private windows). */
  copy: LocalCopy | null;
  /** @returns what calls it off */
  after(delayMs: number, work: () => void): () => void;
  /** Tells whether everything is kept on this device. */
  onKeeping(isKeeping: boolean): void;
}

/** Milliseconds. A full disk is not asked more often than this; nobody frees space within a second. */
const RETRY_AFTER_MS = 5000;

export class CopyWriter {
  readonly #options: CopyWriterOptions;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;
  #cancelRetry: (() => void) | null = null;
  #isStopped = false;

  constructor(options: CopyWriterOptions) {
    this.#options = options;
  }

  append(record: CopyRecord): KeptChange {
    const kept: KeptChange = { id: null, isSaved: false };
    if (!this.#options.copy || this.#isStopped) return kept;
    this.#waiting.push({ ...record, kept });
    // One that failed waits for its retry, so that a full disk is not tried with each key.
    if (!this.#writing && !this.#cancelRetry) this.#write();
    return kept;
  }

  /** The server has them. Too late or not at all is harmless: the server gets again what it has. */
  markSaved(changes: readonly KeptChange[]): void {
    for (const change of changes) change.isSaved = true;
    const ids = changes.flatMap(({ id }) => (id === null ? [] : [id]));
    if (ids.length > 0) this.#options.copy?.markSaved(ids).catch(() => undefined);
  }

  #write(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#writing = this.#writeBatch(batch).then(() => this.#written());
  }

  #written(): void {
    this.#writing = null;
    if (this.#waiting.length > 0 && !this.#cancelRetry && !this.#isStopped) this.#write();
  }

  async #writeBatch(batch: Waiting[]): Promise<void> {
    try {
      const records = batch.map(({ bytes, isPending, generation }) => ({ bytes, isPending, generation }));
      const ids = (await this.#options.copy?.append(records)) ?? [];
      batch.forEach(({ kept }, at) => {
        kept.id = ids[at] ?? null;
      });
      this.#options.onKeeping(true);
      // Acknowledged while they were being written.
      this.markSaved(batch.flatMap(({ kept, isPending }) => (kept.isSaved && isPending ? [kept] : [])));
    } catch {
      // A full disk: the words are in memory and on their way to the server; what people are told changes.
      this.#waiting = [...batch, ...this.#waiting];
      this.#options.onKeeping(false);
      this.#cancelRetry = this.#options.after(RETRY_AFTER_MS, () => {
        this.#cancelRetry = null;
        if (!this.#isStopped) this.#write();
      });
    }
  }

  /**
   * The page may go: what waits is handed over at once, behind what is under way, without waiting for that. The browser keeps the order,
   * and finishes what it was given also when the page is there no more.
   */
  handOver(): void {
    if (this.#waiting.length === 0 || this.#isStopped || this.#cancelRetry) return;
    const before = this.#writing;
    const batch = this.#waiting;
    this.#waiting = [];
    this.#writing = Promise.all([before, this.#writeBatch(batch)]).then(() => this.#written());
  }

  /** Takes no more; resolves when what was under way is through. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelRetry?.();
    await this.#writing;
  }

  /** The page goes: what waits is handed over at once, in order, without waiting for it. */
  close(): void {
    const batch = this.#isStopped ? [] : this.#waiting;
    this.#waiting = [];
    this.#isStopped = true;
    this.#cancelRetry?.();
    if (batch.length > 0) void this.#writeBatch(batch);
    this.#options.copy?.close();
  }
}
