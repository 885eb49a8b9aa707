// The port through which a room reaches its storage: an append-only log per document, with snapshots. Knows no Yjs.
// Adapters: db/src/sqlite-document-log.ts and memory-document-log.ts; both pass document-log.contract.ts.

export interface LogEntry {
  /** null: the server itself. */
  authorId: string | null;
  /** Milliseconds. */
  at: number;
  /** One Yjs update (v1). */
  bytes: Uint8Array;
  /** Client ids that this entry uses for the first time; they belong to the author from now on. */
  newClientIds: readonly number[];
}

export interface OpenedDocument {
  /** Every append must name it; a later `open` of the same document makes it stale. */
  epoch: number;
  generation: string;
  /** Sequence number of the last entry. */
  seq: number;
  /** Sequence number up to which the snapshot reaches, 0 without one. */
  snapshotSeq: number;
  snapshot: Uint8Array | null;
  /** What was saved with the snapshot, when it is intact. */
  snapshotImage?: Uint8Array | null;
  /** What came after the snapshot, in order. */
  updates: Uint8Array[];
  /** Whose each client id is. */
  clientOwners: Map<number, string>;
  /** Set when rows of it are damaged: what is here fits together, and lacks what was in them. */
  damage?: DocumentDamage;
}

export interface DocumentDamage {
  /** Rows that are lost or of no use without a lost one. */
  rows: number;
  /** Client ids whose words may be among them: whoever has a copy may bring it, not only their owner. */
  refillable: ReadonlySet<number>;
}

/** Another process or room has opened the document since: nothing was appended. */
export class StaleEpochError extends Error {
  constructor(documentId: string) {
    super(`document ${documentId} was opened elsewhere`);
    this.name = 'StaleEpochError';
  }
}

/** What was stored does not have the checksum that it was stored with. */
export class DamagedLogError extends Error {
  constructor(documentId: string, seq: number) {
    super(`document ${documentId} is damaged at ${seq}`);
    this.name = 'DamagedLogError';
  }
}

/** For adapters that must not import from here. */
export const logErrors = {
  stale: (documentId: string) => new StaleEpochError(documentId),
  damaged: (documentId: string, seq: number) => new DamagedLogError(documentId, seq),
};

export interface DocumentLog {
  /** A new document with its first entry. Rejects when there is one. */
  create(documentId: string, generation: string, entry: LogEntry): Promise<void>;
  /** Claims the document with a new epoch and loads it; null when there is none. Rejects with DamagedLogError. */
  open(documentId: string): Promise<OpenedDocument | null>;
  /**
   * Durable when resolved; all entries or none, with gapless sequence numbers in call order.
   * @returns the sequence number of the last entry. Rejects with StaleEpochError, or with a storage error.
   */
  append(documentId: string, epoch: number, entries: readonly LogEntry[]): Promise<number>;
  /**
   * Never backwards: an older snapshot than the stored one is dropped silently. The log behind it is kept.
   * @param image comes back with it, if nothing happened to it; can be made again from `bytes`
   */
  saveSnapshot(documentId: string, epoch: number, seq: number, bytes: Uint8Array, image?: Uint8Array): Promise<void>;
}
