// The document log in SQLite. Appends of one turn of the event loop, whatever their document, share one transaction
// (group commit): with synchronous=FULL a commit costs about 0.2 ms, and twenty typists must not pay it twenty times.
// Prepared statements, not the query builder: this is the hot path.
import { createHash } from 'node:crypto';
import type { Database } from './open-database.ts';

interface LogEntry {
  authorId: string | null;
  at: number;
  bytes: Uint8Array;
  newClientIds: readonly number[];
}

/** The errors that the port asks for; the server hands in its own classes. */
export interface LogErrors {
  stale(documentId: string): Error;
  damaged(documentId: string, seq: number): Error;
}

interface Append {
  documentId: string;
  epoch: number;
  entries: readonly LogEntry[];
  resolve(seq: number): void;
  reject(error: unknown): void;
}

interface DocumentRow {
  generation: string;
  epoch: number;
  last_seq: number;
}
interface BytesRow {
  seq: number;
  bytes: Buffer;
  hash: Buffer;
}

const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

function prepare({ driver }: Database) {
  return {
    document: driver.prepare<[string], DocumentRow>('SELECT generation, epoch, last_seq FROM document WHERE id = ?'),
    insertDocument: driver.prepare('INSERT INTO document (id, generation, epoch, last_seq) VALUES (?, ?, 0, 0)'),
    claim: driver.prepare('UPDATE document SET epoch = epoch + 1 WHERE id = ?'),
    setSeq: driver.prepare('UPDATE document SET last_seq = ? WHERE id = ?'),
    insertUpdate: driver.prepare(
      'INSERT INTO document_update (document_id, seq, epoch, author_id, at, bytes, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    insertClient: driver.prepare(
      'INSERT OR IGNORE INTO document_client (document_id, client_id, user_id, at) VALUES (?, ?, ?, ?)',
    ),
    clients: driver.prepare<[string], { client_id: number; user_id: string }>(
      'SELECT client_id, user_id FROM document_client WHERE document_id = ?',
    ),
    snapshot: driver.prepare<[string], BytesRow>(
      'SELECT seq, bytes, hash FROM document_snapshot WHERE document_id = ? ORDER BY seq DESC LIMIT 1',
    ),
    insertSnapshot: driver.prepare(
      'INSERT INTO document_snapshot (document_id, seq, at, bytes, hash) VALUES (?, ?, ?, ?, ?)',
    ),
    dropSnapshots: driver.prepare('DELETE FROM document_snapshot WHERE document_id = ? AND seq < ?'),
    tail: driver.prepare<[string, number], BytesRow>(
      'SELECT seq, bytes, hash FROM document_update WHERE document_id = ? AND seq > ? ORDER BY seq',
    ),
  };
}

/** @returns an adapter of the port `DocumentLog` of the server. */
export function sqliteDocumentLog(database: Database, errors: LogErrors): SqliteDocumentLog {
  return new SqliteDocumentLog(database, errors);
}

class SqliteDocumentLog {
  readonly #database: Database;
  readonly #errors: LogErrors;
  readonly #sql: ReturnType<typeof prepare>;
  readonly #commit: (appends: Append[]) => (() => void)[];
  #queue: Append[] = [];

  constructor(database: Database, errors: LogErrors) {
    this.#database = database;
    this.#errors = errors;
    this.#sql = prepare(database);
    const transaction = database.driver.transaction((appends: Append[]) => appends.map((one) => this.#storeOne(one)));
    this.#commit = (appends) => transaction.immediate(appends);
  }

  #store(documentId: string, epoch: number, lastSeq: number, entries: readonly LogEntry[]): number {
    let seq = lastSeq;
    for (const { authorId, at, bytes, newClientIds } of entries) {
      seq += 1;
      this.#sql.insertUpdate.run(documentId, seq, epoch, authorId, at, bytes, hashOf(bytes));
      if (!authorId) continue;
      for (const clientId of newClientIds) this.#sql.insertClient.run(documentId, clientId, authorId, at);
    }
    this.#sql.setSeq.run(seq, documentId);
    return seq;
  }

  /** @returns what to tell the caller once the transaction has committed. */
  #storeOne({ documentId, epoch, entries, resolve, reject }: Append): () => void {
    const row = this.#sql.document.get(documentId);
    if (row?.epoch !== epoch) return () => reject(this.#errors.stale(documentId));
    const seq = this.#store(documentId, epoch, row.last_seq, entries);
    return () => resolve(seq);
  }

  #flush(): void {
    const appends = this.#queue;
    this.#queue = [];
    let answers: (() => void)[];
    try {
      answers = this.#commit(appends);
    } catch (error) {
      // The transaction is rolled back as a whole, so that nobody's is saved: each room closes and clients resend.
      answers = appends.map(
        ({ reject }) =>
          () =>
            reject(error),
      );
    }
    for (const answer of answers) answer();
  }

  #verified(documentId: string, row: BytesRow): Uint8Array {
    if (!hashOf(row.bytes).equals(row.hash)) throw this.#errors.damaged(documentId, row.seq);
    return new Uint8Array(row.bytes);
  }

  async create(documentId: string, generation: string, entry: LogEntry): Promise<void> {
    this.#database.transaction(() => {
      this.#sql.insertDocument.run(documentId, generation);
      this.#store(documentId, 0, 0, [entry]);
    });
  }

  async open(documentId: string) {
    if (!this.#sql.document.get(documentId)) return null;
    this.#sql.claim.run(documentId);
    const row = this.#sql.document.get(documentId);
    if (!row) return null;
    const snapshot = this.#sql.snapshot.get(documentId);
    const tail = this.#sql.tail.all(documentId, snapshot?.seq ?? 0);
    const owners = this.#sql.clients.all(documentId).map((one): [number, string] => [one.client_id, one.user_id]);
    return {
      epoch: row.epoch,
      generation: row.generation,
      seq: row.last_seq,
      snapshotSeq: snapshot?.seq ?? 0,
      snapshot: snapshot ? this.#verified(documentId, snapshot) : null,
      updates: tail.map((one) => this.#verified(documentId, one)),
      clientOwners: new Map(owners),
    };
  }

  append(documentId: string, epoch: number, entries: readonly LogEntry[]): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.#queue.length === 0) setImmediate(() => this.#flush());
      this.#queue.push({ documentId, epoch, entries, resolve, reject });
    });
  }

  async saveSnapshot(documentId: string, epoch: number, seq: number, bytes: Uint8Array): Promise<void> {
    this.#database.transaction(() => {
      if (this.#sql.document.get(documentId)?.epoch !== epoch) throw this.#errors.stale(documentId);
      if (seq <= (this.#sql.snapshot.get(documentId)?.seq ?? 0)) return;
      this.#sql.insertSnapshot.run(documentId, seq, Date.now(), bytes, hashOf(bytes));
      this.#sql.dropSnapshots.run(documentId, seq);
    });
  }
}
