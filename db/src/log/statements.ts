// The prepared statements of the document log, with the rows they give. Not the query builder: this is the hot path.
import type { Database } from '../open-database.ts';

export interface DocumentRow {
  generation: string;
  epoch: number;
  last_seq: number;
}
export interface BytesRow {
  seq: number;
  bytes: Buffer;
  hash: Buffer;
}
export interface SnapshotRow extends BytesRow {
  image: Buffer | null;
  image_hash: Buffer | null;
}
export interface UpdateRow extends BytesRow {
  author_id: string | null;
  at: number;
}
export interface AsideRow {
  seq: number;
  reason: 'damaged' | 'missing' | 'dependent';
  author_id: string | null;
  bytes: Buffer | null;
  hash: Buffer | null;
  found_at: number;
  settled_at: number | null;
}

/** What a document is loaded by, also over a connection that may only read. */
export const loadStatements = ({ driver }: Pick<Database, 'driver'>) => ({
  snapshots: driver.prepare<[string, number], SnapshotRow>(
    'SELECT seq, bytes, hash, image, image_hash FROM document_snapshot WHERE document_id = ? AND seq <= ? ORDER BY seq DESC',
  ),
  updates: driver.prepare<[string, number, number], UpdateRow>(
    'SELECT seq, author_id, at, bytes, hash FROM document_update WHERE document_id = ? AND seq > ? AND seq <= ? ORDER BY seq',
  ),
  aside: driver.prepare<[string], AsideRow>(
    `SELECT seq, reason, author_id, bytes, hash, found_at, settled_at FROM document_aside
       WHERE document_id = ? AND part = 'update' ORDER BY seq`,
  ),
});
export type LoadStatements = ReturnType<typeof loadStatements>;

const documentStatements = ({ driver }: Database) => ({
  document: driver.prepare<[string], DocumentRow>('SELECT generation, epoch, last_seq FROM document WHERE id = ?'),
  insertDocument: driver.prepare('INSERT INTO document (id, generation, epoch, last_seq) VALUES (?, ?, 0, 0)'),
  claim: driver.prepare('UPDATE document SET epoch = ? WHERE id = ?'),
  setSeq: driver.prepare('UPDATE document SET last_seq = ? WHERE id = ?'),
  insertClient: driver.prepare(
    'INSERT OR IGNORE INTO document_client (document_id, client_id, user_id, at) VALUES (?, ?, ?, ?)',
  ),
  clients: driver.prepare<[string], { client_id: number; user_id: string }>(
    'SELECT client_id, user_id FROM document_client WHERE document_id = ?',
  ),
});

const rowStatements = ({ driver }: Database) => ({
  insertUpdate: driver.prepare(
    'INSERT INTO document_update (document_id, seq, epoch, author_id, at, bytes, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ),
  mendUpdate: driver.prepare('UPDATE document_update SET bytes = ?, hash = ? WHERE document_id = ? AND seq = ?'),
  dropUpdate: driver.prepare('DELETE FROM document_update WHERE document_id = ? AND seq = ?'),
  newestSnapshot: driver.prepare<[string], { seq: number }>(
    'SELECT max(seq) AS seq FROM document_snapshot WHERE document_id = ?',
  ),
  insertSnapshot: driver.prepare(
    'INSERT INTO document_snapshot (document_id, seq, at, bytes, hash, image, image_hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ),
  /** Two stay: when the newer one is damaged, the older one and the log since give the same document. */
  dropOldSnapshots: driver.prepare(
    `DELETE FROM document_snapshot WHERE document_id = ? AND seq <
       (SELECT seq FROM document_snapshot WHERE document_id = ? ORDER BY seq DESC LIMIT 1 OFFSET 1)`,
  ),
  dropSnapshot: driver.prepare('DELETE FROM document_snapshot WHERE document_id = ? AND seq = ?'),
});

const asideStatements = ({ driver }: Database) => ({
  /** Copies an update as it is. */
  setUpdateAside: driver.prepare(
    `INSERT OR REPLACE INTO document_aside (document_id, part, seq, reason, author_id, at, bytes, hash, found_at)
       SELECT document_id, 'update', seq, ?, author_id, at, bytes, hash, ? FROM document_update
       WHERE document_id = ? AND seq = ?`,
  ),
  setSnapshotAside: driver.prepare(
    `INSERT OR REPLACE INTO document_aside (document_id, part, seq, reason, author_id, at, bytes, hash, found_at)
       SELECT document_id, 'snapshot', seq, 'damaged', NULL, at, bytes, hash, ? FROM document_snapshot
       WHERE document_id = ? AND seq = ?`,
  ),
  noteMissing: driver.prepare(
    `INSERT INTO document_aside (document_id, part, seq, reason, author_id, at, bytes, hash, found_at)
       VALUES (?, 'update', ?, 'missing', NULL, 0, NULL, NULL, ?)`,
  ),
  asideUpdate: driver.prepare<[string, number], UpdateRow>(
    `SELECT seq, author_id, at, bytes, hash FROM document_aside
       WHERE document_id = ? AND part = 'update' AND seq = ? AND settled_at IS NULL AND bytes IS NOT NULL`,
  ),
  settleAside: driver.prepare(
    "UPDATE document_aside SET settled_at = ? WHERE document_id = ? AND part = 'update' AND seq = ?",
  ),
});

export const logStatements = (database: Database) => ({
  ...loadStatements(database),
  ...documentStatements(database),
  ...rowStatements(database),
  ...asideStatements(database),
});
export type LogStatements = ReturnType<typeof logStatements>;
