// When a room's log becomes one update: after so many entries, and when everybody has gone. Off the main thread; meanwhile the room
// goes on. Does not know who is in it.
import type { DocumentLog, OpenedDocument } from './document-log.ts';
import type { FoldUpdates } from './fold-log.ts';
import type { LiveDocument } from './live-document.ts';

/** Entries that are worth a snapshot when nobody is there any more: whoever comes next does not read them one by one. */
const REST_AFTER = 100;
/** Pauses, in times of what the last fold took: whoever makes room in a full document has at most a quarter of a thread for it. */
const PAUSE_PER_FOLD = 3;

interface SnapshotOptions {
  documentId: string;
  document: LiveDocument;
  log: DocumentLog;
  opened: OpenedDocument;
  fold: FoldUpdates;
  /** Entries after which one is due. */
  every: number;
  now(): number;
  /** The room cannot go on. */
  onFailed(error: unknown): void;
}

export class RoomSnapshots {
  readonly #options: SnapshotOptions;
  #seq: number;
  #folding: Promise<void> | null = null;
  /** When another may begin only because room is wanted. */
  #nextMs = -Infinity;

  constructor(options: SnapshotOptions) {
    this.#options = options;
    this.#seq = options.opened.snapshotSeq;
  }

  get isFolding(): boolean {
    return this.#folding !== null;
  }

  /** Resolves when what is under way is done. */
  async settled(): Promise<void> {
    await this.#folding;
  }

  /** Call when nothing is on its way to disk. @param seq of the last entry */
  takeIfDue(seq: number): void {
    const { every, document, now } = this.#options;
    const isAwaited = document.wantsRoom && seq > this.#seq && now() >= this.#nextMs;
    if (isAwaited || seq - this.#seq >= every) void this.#take(seq);
  }

  /** Nobody is there: the same, sooner. */
  rest(seq: number): Promise<void> {
    return seq - this.#seq >= REST_AFTER ? this.#take(seq) : this.settled();
  }

  #take(seq: number): Promise<void> {
    return (this.#folding ??= this.#fold(seq).finally(() => {
      this.#folding = null;
    }));
  }

  async #fold(seq: number): Promise<void> {
    this.#seq = seq;
    const { documentId, document, log, opened, fold, now, onFailed } = this.#options;
    const startedMs = now();
    try {
      const { bytes, use } = await document.fold(fold);
      await log.saveSnapshot(documentId, opened.epoch, seq, bytes);
      use();
      this.#nextMs = now() + PAUSE_PER_FOLD * (now() - startedMs);
    } catch (error) {
      onFailed(error);
    }
  }
}
