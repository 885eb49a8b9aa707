// What a document log offers beyond the port, to those who keep it sound (sound-log.ts) and small (verified-snapshots.ts). Rooms
// never see it. Knows no Yjs.
import type { DocumentLog, OpenedDocument } from './document-log.ts';

/** A row that takes no part in loading. It is kept. */
export interface AsideRow {
  seq: number;
  /** dependent: intact, and of no use without one that is not. */
  reason: 'damaged' | 'missing' | 'dependent';
  authorId: string | null;
  /** Milliseconds. */
  foundAt: number;
  bytes: Uint8Array | null;
}

export interface StoredDocument extends OpenedDocument {
  /** The number of each of `updates`. */
  updateSeqs: number[];
  /** Rows whose content the document may still lack. */
  aside: AsideRow[];
}

/** A state of a document: a snapshot and what came after it, in order. */
export interface StoredContent {
  snapshot: Uint8Array | null;
  updates: Uint8Array[];
}

export interface RepairableLog extends DocumentLog {
  open(documentId: string): Promise<StoredDocument | null>;
  /** The document after row `seq`, without claiming it. Rejects with DamagedLogError. */
  read(documentId: string, seq: number): Promise<StoredContent>;
  /** Intact rows that cannot be used without a damaged one leave the log, and are kept. */
  setAside(documentId: string, epoch: number, seqs: readonly number[]): Promise<void>;
  /** The matter of these set-aside rows is closed; those in `appended` come back at the end of the log. */
  settle(documentId: string, epoch: number, seqs: readonly number[], appended: readonly number[]): Promise<void>;
}
