// The document log in SQLite. Appends of one turn of the event loop, whatever their document, share one transaction
// (group commit): with synchronous=FULL a commit costs about 0.2 ms, and twenty typists must not pay it twenty times.
// A lock of another process is waited for without blocking; any other failure is told at once.
import { randomInt } from 'node:crypto';
import { hasLostItsBase, isFaultless, type LogFaults, loadLog } from './log/load-log.ts';
import { retryBusy } from './log/retry-busy.ts';
import { hashOf } from './log/row-hash.ts';
import { type AsideRow, type DocumentRow, type LogStatements, logStatements } from './log/statements.ts';
import { type Database, isStorageError } from './open-database.ts';

interface LogEntry {
  authorId: string | null;
  at: number;
  bytes: Uint8Array;
  newClientIds: readonly number[];
}

/** What the server hands in: its error classes, and who wants to hear of trouble. */
export interface LogListener {
  stale(documentId: string): Error;
  damaged(documentId: string, seq: number): Error;
  /** Rows were mended or set aside. */
  onFaults?(documentId: string, faults: LogFaults): void;
  /** After every commit; null when it succeeded. */
  onCommit?(error: unknown): void;
}

/** Few enough that epochs never come near the end of whole numbers, many enough that two do not draw the same. */
const UNCLAIMED_EPOCHS = 2 ** 30;

interface Append {
  documentId: string;
  epoch: number;
  entries: readonly LogEntry[];
  resolve(seq: number): void;
  reject(error: unknown): void;
}

/** @returns an adapter of the ports `DocumentLog` and `RepairableLog` of the server. */
export function sqliteDocumentLog(database: Database, listener: LogListener): SqliteDocumentLog {
  return new SqliteDocumentLog(database, listener);
}

class SqliteDocumentLog {
  readonly #database: Database;
  readonly #listener: LogListener;
  readonly #sql: LogStatements;
  readonly #commit: (appends: Append[]) => (() => void)[];
  #queue: Append[] = [];
  #isFlushing = false;
  /** Documents that could be read while nothing could be written: the first append claims them, if nobody else has. */
  readonly #unclaimed = new Map<string, { epoch: number; seen: DocumentRow }>();

  constructor(database: Database, listener: LogListener) {
    this.#database = database;
    this.#listener = listener;
    this.#sql = logStatements(database);
    const transaction = database.driver.transaction((appends: Append[]) => appends.map((one) => this.#storeOne(one)));
    this.#commit = (appends) => transaction.immediate(appends);
  }

  // ── Appending ─────────────────────────────────────────────────────────────────────────────────────────────────────

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

  /** @returns the sequence number of the last row, or null when somebody else owns the document. */
  #owned(documentId: string, epoch: number): number | null {
    const row = this.#sql.document.get(documentId);
    if (!row) return null;
    if (row.epoch === epoch) return row.last_seq;
    const unclaimed = this.#unclaimed.get(documentId);
    if (unclaimed?.epoch !== epoch) return null;
    if (unclaimed.seen.epoch !== row.epoch || unclaimed.seen.last_seq !== row.last_seq) return null;
    this.#sql.claim.run(epoch, documentId);
    return row.last_seq;
  }

  /** @returns what to tell the caller once the transaction has committed. */
  #storeOne({ documentId, epoch, entries, resolve, reject }: Append): () => void {
    const lastSeq = this.#owned(documentId, epoch);
    if (lastSeq === null) return () => reject(this.#listener.stale(documentId));
    const seq = this.#store(documentId, epoch, lastSeq, entries);
    return () => {
      this.#unclaimed.delete(documentId);
      resolve(seq);
    };
  }

  async #commitTogether(appends: Append[]): Promise<(() => void)[]> {
    try {
      const answers = await retryBusy(this.#database, () => this.#commit(appends));
      this.#listener.onCommit?.(null);
      return answers;
    } catch (error) {
      // Rolled back as a whole. One at a time next: a document that cannot be written must not take the others with it.
      if (appends.length > 1 && !isStorageError(error)) return this.#commitEach(appends);
      this.#listener.onCommit?.(error);
      return appends.map((one) => () => one.reject(error));
    }
  }

  async #commitEach(appends: Append[]): Promise<(() => void)[]> {
    const answers: (() => void)[] = [];
    for (const one of appends) answers.push(...(await this.#commitTogether([one])));
    return answers;
  }

  async #flush(): Promise<void> {
    const appends = this.#queue;
    this.#queue = [];
    for (const answer of await this.#commitTogether(appends)) answer();
    this.#isFlushing = this.#queue.length > 0;
    if (this.#isFlushing) setImmediate(() => void this.#flush());
  }

  append(documentId: string, epoch: number, entries: readonly LogEntry[]): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ documentId, epoch, entries, resolve, reject });
      if (this.#isFlushing) return;
      this.#isFlushing = true;
      setImmediate(() => void this.#flush());
    });
  }

  /** One transaction of the owner of a document; waits for locks like an append. */
  #asOwner(documentId: string, epoch: number, work: (lastSeq: number) => void): Promise<void> {
    const attempt = () => {
      const lastSeq = this.#owned(documentId, epoch);
      if (lastSeq === null) throw this.#listener.stale(documentId);
      work(lastSeq);
    };
    return retryBusy(this.#database, () => this.#database.transaction(attempt));
  }

  async create(documentId: string, generation: string, entry: LogEntry): Promise<void> {
    const attempt = () => {
      this.#sql.insertDocument.run(documentId, generation);
      this.#store(documentId, 0, 0, [entry]);
    };
    await retryBusy(this.#database, () => this.#database.transaction(attempt));
  }

  // ── Loading ───────────────────────────────────────────────────────────────────────────────────────────────────────

  async #claim(documentId: string): Promise<number | null> {
    const attempt = () => {
      const row = this.#sql.document.get(documentId);
      if (row) this.#sql.claim.run(row.epoch + 1, documentId);
      return row ? row.epoch + 1 : null;
    };
    try {
      return await retryBusy(this.#database, () => this.#database.transaction(attempt));
    } catch (error) {
      if (!isStorageError(error)) throw error;
      // A full disk must not keep people from reading.
      const row = this.#sql.document.get(documentId);
      if (!row) return null;
      // At random, because somebody else may be in the same position: two must never hold the same epoch.
      const epoch = row.epoch + randomInt(1, UNCLAIMED_EPOCHS);
      this.#unclaimed.set(documentId, { epoch, seen: row });
      return epoch;
    }
  }

  /** The faults are put right before anybody sees the document; where that fails, it does not open. */
  async #settleFaults(documentId: string, epoch: number, faults: LogFaults): Promise<void> {
    const foundAt = Date.now();
    await this.#asOwner(documentId, epoch, () => {
      for (const { seq, bytes } of faults.mended) this.#sql.mendUpdate.run(bytes, hashOf(bytes), documentId, seq);
      for (const seq of faults.missing) this.#sql.noteMissing.run(documentId, seq, foundAt);
      for (const seq of faults.damagedUpdates) this.#moveAside(documentId, seq, 'damaged', foundAt);
      for (const seq of faults.damagedSnapshots) {
        this.#sql.setSnapshotAside.run(foundAt, documentId, seq);
        this.#sql.dropSnapshot.run(documentId, seq);
      }
    });
    this.#listener.onFaults?.(documentId, faults);
  }

  #moveAside(documentId: string, seq: number, reason: AsideRow['reason'], foundAt: number): void {
    this.#sql.setUpdateAside.run(reason, foundAt, documentId, seq);
    this.#sql.dropUpdate.run(documentId, seq);
  }

  async open(documentId: string) {
    const epoch = await this.#claim(documentId);
    const row = this.#sql.document.get(documentId);
    if (epoch === null || !row) return null;
    const loaded = loadLog(this.#sql, documentId, row.last_seq);
    if (hasLostItsBase(loaded)) throw this.#listener.damaged(documentId, 1);
    if (!isFaultless(loaded.faults)) await this.#settleFaults(documentId, epoch, loaded.faults);
    const owners = this.#sql.clients.all(documentId).map((one): [number, string] => [one.client_id, one.user_id]);
    const aside = this.#sql.aside.all(documentId).filter((one) => one.settled_at === null);
    return {
      epoch,
      generation: row.generation,
      seq: row.last_seq,
      snapshotSeq: loaded.snapshot?.seq ?? 0,
      snapshot: loaded.snapshot?.bytes ?? null,
      snapshotImage: loaded.snapshot?.image ?? null,
      updates: loaded.updates.map((one) => new Uint8Array(one.bytes)),
      updateSeqs: loaded.updates.map((one) => one.seq),
      clientOwners: new Map(owners),
      aside: aside.map(({ seq, reason, author_id: authorId, bytes, found_at: foundAt }) => {
        return { seq, reason, authorId, foundAt, bytes: bytes && new Uint8Array(bytes) };
      }),
    };
  }

  /** Without claiming it: what a snapshot at `upTo` has to be equal to. Rejects when something in it is damaged. */
  async read(documentId: string, upTo: number) {
    const { snapshot, updates, faults } = loadLog(this.#sql, documentId, upTo);
    if (!isFaultless(faults)) throw this.#listener.damaged(documentId, upTo);
    return { snapshot: snapshot?.bytes ?? null, updates: updates.map((one) => new Uint8Array(one.bytes)) };
  }

  // ── Upkeep by the owner ───────────────────────────────────────────────────────────────────────────────────────────

  async saveSnapshot(
    documentId: string,
    epoch: number,
    seq: number,
    bytes: Uint8Array,
    image?: Uint8Array,
  ): Promise<void> {
    await this.#asOwner(documentId, epoch, () => {
      if (seq <= (this.#sql.newestSnapshot.get(documentId)?.seq ?? 0)) return;
      const [copy, copyHash] = image ? [image, hashOf(image)] : [null, null];
      this.#sql.insertSnapshot.run(documentId, seq, Date.now(), bytes, hashOf(bytes), copy, copyHash);
      this.#sql.dropOldSnapshots.run(documentId, documentId);
    });
  }

  async setAside(documentId: string, epoch: number, seqs: readonly number[]): Promise<void> {
    const foundAt = Date.now();
    await this.#asOwner(documentId, epoch, () => {
      for (const seq of seqs) this.#moveAside(documentId, seq, 'dependent', foundAt);
    });
  }

  /** Appends those of the set-aside rows that are given here, by their author and time, and closes the matter of all. */
  async settle(documentId: string, epoch: number, seqs: readonly number[], appended: readonly number[]): Promise<void> {
    const settledAt = Date.now();
    await this.#asOwner(documentId, epoch, (lastSeq) => {
      const rows = appended.map((seq) => this.#sql.asideUpdate.get(documentId, seq)).filter((row) => row !== undefined);
      const entries = rows.map(({ author_id: authorId, at, bytes }) => ({ authorId, at, bytes, newClientIds: [] }));
      this.#store(documentId, epoch, lastSeq, entries);
      for (const seq of seqs) this.#sql.settleAside.run(settledAt, documentId, seq);
    });
  }
}
