// A document log in memory, with faults on demand: for tests of rooms, and the second adapter of the contract suite.
import { type DocumentLog, type LogEntry, type OpenedDocument, StaleEpochError } from './document-log.ts';

interface Stored {
  generation: string;
  epoch: number;
  entries: LogEntry[];
  snapshot: { seq: number; bytes: Uint8Array; image: Uint8Array | null } | null;
  clientOwners: Map<number, string>;
}

export class MemoryDocumentLog implements DocumentLog {
  readonly #documents = new Map<string, Stored>();
  /** When set, every append rejects with it and stores nothing. */
  fault: Error | null = null;
  /** When set, appends wait for it before they store. One that never resolves is a disk that hangs. */
  gate: Promise<void> | null = null;
  /** Counted up by a power cut: what waits at that moment is lost. */
  #powerCuts = 0;

  /** The process is gone: whatever was not resolved is not stored and is never answered; what was resolved stays. */
  cutPower(): void {
    this.#powerCuts += 1;
    this.fault = null;
    this.gate = null;
  }

  async create(documentId: string, generation: string, entry: LogEntry): Promise<void> {
    if (this.#documents.has(documentId)) throw new Error(`document ${documentId} exists`);
    const stored: Stored = { generation, epoch: 0, entries: [], snapshot: null, clientOwners: new Map() };
    this.#documents.set(documentId, stored);
    this.#store(stored, [entry]);
  }

  async open(documentId: string): Promise<OpenedDocument | null> {
    const stored = this.#documents.get(documentId);
    if (!stored) return null;
    stored.epoch += 1;
    const snapshotSeq = stored.snapshot?.seq ?? 0;
    return {
      epoch: stored.epoch,
      generation: stored.generation,
      seq: stored.entries.length,
      snapshotSeq,
      snapshot: stored.snapshot?.bytes ?? null,
      snapshotImage: stored.snapshot?.image ?? null,
      updates: stored.entries.slice(snapshotSeq).map((entry) => entry.bytes),
      clientOwners: new Map(stored.clientOwners),
    };
  }

  async append(documentId: string, epoch: number, entries: readonly LogEntry[]): Promise<number> {
    const powerCuts = this.#powerCuts;
    await this.gate;
    // Nobody is there any more to be told.
    if (powerCuts !== this.#powerCuts) return new Promise(() => undefined);
    if (this.fault) throw this.fault;
    const stored = this.#documents.get(documentId);
    if (stored?.epoch !== epoch) throw new StaleEpochError(documentId);
    this.#store(stored, entries);
    return stored.entries.length;
  }

  #store(stored: Stored, entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      stored.entries.push(entry);
      for (const clientId of entry.newClientIds) {
        if (entry.authorId && !stored.clientOwners.has(clientId)) stored.clientOwners.set(clientId, entry.authorId);
      }
    }
  }

  async saveSnapshot(
    documentId: string,
    epoch: number,
    seq: number,
    bytes: Uint8Array,
    image: Uint8Array | null = null,
  ): Promise<void> {
    const stored = this.#documents.get(documentId);
    if (stored?.epoch !== epoch) throw new StaleEpochError(documentId);
    if (seq > (stored.snapshot?.seq ?? 0)) stored.snapshot = { seq, bytes, image };
  }
}
