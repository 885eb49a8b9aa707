// A document log on a disk that takes time and fails on demand. What a process wrote is in the cache of the operating system
// and survives the process; only what was synced survives a power cut. Epochs fence as in the real one.
import { indexImageOf } from '@adagia/server/sync/admission/index-image';
import {
  type DocumentLog,
  type LogEntry,
  type OpenedDocument,
  StaleEpochError,
} from '@adagia/server/sync/document-log';
import { leaveFormats } from '@adagia/shared/leave-formats';
import * as Y from 'yjs';
import type { SeededRandom } from './seeded-random.ts';
import type { VirtualClock } from './virtual-clock.ts';

interface Stored {
  generation: string;
  epoch: number;
  entries: LogEntry[];
  snapshot: { seq: number; bytes: Uint8Array; image: Uint8Array } | null;
}

export interface Backup {
  entries: LogEntry[];
  snapshot: Stored['snapshot'];
}

export interface DiskOptions {
  clock: VirtualClock;
  random: SeededRandom;
  /** A faulty variant: commits are called done when they are in the cache, as with `synchronous=NORMAL`. */
  isLazy: boolean;
  onEntry(entry: LogEntry): void;
  count(what: string): void;
}

/** How the next commit fails. `stored-anyway`: the error came after the write, as a failing fsync may. */
export type CommitFault = 'nothing-stored' | 'stored-anyway';

export class VirtualDisk {
  readonly #options: DiskOptions;
  #stored: Stored | null = null;
  /** Entries that a power cut leaves. */
  #syncedCount = 0;
  #processes = 0;
  /** The latest process that has claimed the document. */
  #owner = 0;
  /** What is on the disk for good, as a document. */
  durable = newDocument();
  /** Milliseconds that each commit takes longer than usual. */
  slowByMs = 0;
  nextFault: CommitFault | null = null;

  constructor(options: DiskOptions) {
    this.#options = options;
  }

  /** @param isGone the process that uses it has ended: nothing it waits for resolves any more */
  open(isGone: () => boolean): DocumentLog {
    this.#processes += 1;
    const process = this.#processes;
    let last: Promise<unknown> = Promise.resolve();
    const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
      const next = last.then(work, work);
      last = next.catch(() => undefined);
      return next;
    };
    return {
      create: (_, generation, entry) => inOrder(() => this.#create(generation, entry)),
      open: () => inOrder(() => this.#claim(process, isGone)),
      append: (documentId, epoch, entries) => inOrder(() => this.#append(documentId, epoch, entries, isGone)),
      saveSnapshot: (documentId, epoch, seq, bytes) =>
        inOrder(() => this.#saveSnapshot(documentId, epoch, { seq, bytes, image: indexImageOf(bytes) }, isGone)),
    };
  }

  #latency(): number {
    return this.#options.random.between(1, 6) + this.slowByMs;
  }

  async #create(generation: string, entry: LogEntry): Promise<void> {
    this.#stored = { generation, epoch: 0, entries: [entry], snapshot: null };
    this.#sync();
  }

  /** The claim is a commit itself, which syncs whatever another process left in the cache. */
  async #claim(process: number, isGone: () => boolean): Promise<OpenedDocument | null> {
    await this.#options.clock.wait(this.#latency(), isGone);
    const stored = this.#stored;
    if (!stored) return null;
    // Ownership never goes back: a room that was opened later and asks nothing of the log would not get to know.
    if (process < this.#owner) throw new StaleEpochError('the document');
    this.#owner = process;
    stored.epoch += 1;
    this.#options.count('documents opened');
    this.#sync();
    const opened = this.#read(stored);
    await this.#options.clock.wait(1, isGone);
    return opened;
  }

  #read({ epoch, generation, entries, snapshot }: Stored): OpenedDocument {
    const snapshotSeq = snapshot?.seq ?? 0;
    const clientOwners = new Map<number, string>();
    for (const { authorId, newClientIds } of entries)
      for (const clientId of newClientIds)
        if (authorId && !clientOwners.has(clientId)) clientOwners.set(clientId, authorId);
    return {
      epoch,
      generation,
      seq: entries.length,
      snapshotSeq,
      snapshot: snapshot?.bytes ?? null,
      snapshotImage: snapshot?.image ?? null,
      updates: entries.slice(snapshotSeq).map((entry) => entry.bytes),
      clientOwners,
    };
  }

  async #append(documentId: string, epoch: number, entries: readonly LogEntry[], isGone: () => boolean) {
    const { clock, random, isLazy } = this.#options;
    await clock.wait(this.#latency(), isGone);
    const fault = this.nextFault;
    this.nextFault = null;
    if (fault === 'nothing-stored') throw new Error('disk is full');
    const stored = this.#current(documentId, epoch);
    stored.entries.push(...entries);
    const seq = stored.entries.length;
    for (const entry of entries) this.#options.onEntry(entry);
    if (fault === 'stored-anyway') throw new Error('input or output error');
    this.#options.count('commits');
    if (isLazy) {
      clock.after(2000, () => this.#sync(seq));
      return seq;
    }
    await clock.wait(random.between(0, 3), isGone);
    this.#sync(seq);
    await clock.wait(random.between(0, 1), isGone);
    return seq;
  }

  async #saveSnapshot(
    documentId: string,
    epoch: number,
    snapshot: NonNullable<Stored['snapshot']>,
    isGone: () => boolean,
  ) {
    await this.#options.clock.wait(this.#latency(), isGone);
    const stored = this.#current(documentId, epoch);
    this.#sync();
    this.#options.count('snapshots');
    if (snapshot.seq > (stored.snapshot?.seq ?? 0)) stored.snapshot = snapshot;
  }

  #current(documentId: string, epoch: number): Stored {
    if (this.#stored?.epoch !== epoch) throw new StaleEpochError(documentId);
    return this.#stored;
  }

  #sync(upTo = this.#stored?.entries.length ?? 0): void {
    for (const entry of this.#stored?.entries.slice(this.#syncedCount, upTo) ?? [])
      Y.applyUpdate(this.durable, entry.bytes);
    this.#syncedCount = Math.max(this.#syncedCount, Math.min(upTo, this.#stored?.entries.length ?? 0));
  }

  get entries(): readonly LogEntry[] {
    return this.#stored?.entries ?? [];
  }

  cutPower(): void {
    if (!this.#stored) return;
    this.#stored.entries.length = this.#syncedCount;
    if ((this.#stored.snapshot?.seq ?? 0) > this.#syncedCount) this.#stored.snapshot = null;
  }

  backUp(): Backup {
    const stored = this.#stored!;
    return { entries: stored.entries.slice(0, this.#syncedCount), snapshot: stored.snapshot };
  }

  /** With no process running. */
  restore({ entries, snapshot }: Backup, generation: string): void {
    this.#stored = { generation, epoch: (this.#stored?.epoch ?? 0) + 1, entries: [...entries], snapshot };
    this.#syncedCount = 0;
    this.durable = newDocument();
    this.#sync();
  }

  /** What a new process would load. */
  replay(): Y.Doc {
    const doc = newDocument();
    const { snapshot, updates } = this.#read(this.#stored!);
    if (snapshot) Y.applyUpdate(doc, snapshot);
    for (const update of updates) Y.applyUpdate(doc, update);
    return doc;
  }
}

function newDocument(): Y.Doc {
  const doc = new Y.Doc();
  leaveFormats(doc);
  return doc;
}
