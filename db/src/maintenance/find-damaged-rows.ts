// Reads every row of every document's log and says which are not what was stored, or not there. Changes nothing. The structure
// of the file itself is checked too. Does not know whether the rows fit together: that takes Yjs.
import { isIntact } from '../log/row-hash.ts';
import type { BytesRow } from '../log/statements.ts';
import type { Database } from '../open-database.ts';

export interface Finding {
  /** null: the file as a whole. */
  documentId: string | null;
  problem: string;
  /** Set aside earlier: told to an administrator again, but nothing new. */
  isKnown: boolean;
}

function findStructural({ driver }: Database): Finding[] {
  const integrity = driver.pragma('integrity_check') as { integrity_check: string }[];
  const foreign = driver.pragma('foreign_key_check') as { table: string }[];
  return [
    ...integrity.filter((row) => row.integrity_check !== 'ok').map((row) => row.integrity_check),
    ...foreign.map((row) => `a row of ${row.table} points nowhere`),
  ].map((problem) => ({ documentId: null, problem, isKnown: false }));
}

export interface DocumentHead {
  id: string;
  lastSeq: number;
}

export function listDocuments({ driver }: Database): DocumentHead[] {
  return driver.prepare<[], DocumentHead>('SELECT id, last_seq AS lastSeq FROM document ORDER BY id').all();
}

function findInTable({ driver }: Database, table: string, id: string): { seqs: Set<number>; damaged: number[] } {
  const rows = driver.prepare<[string], BytesRow>(
    `SELECT seq, bytes, hash FROM ${table} WHERE document_id = ? ORDER BY seq`,
  );
  const seqs = new Set<number>();
  const damaged: number[] = [];
  for (const { seq, bytes, hash } of rows.iterate(id)) {
    seqs.add(seq);
    if (!isIntact(bytes, hash)) damaged.push(seq);
  }
  return { seqs, damaged };
}

function findInDocument(database: Database, { id, lastSeq }: DocumentHead): Finding[] {
  const updates = findInTable(database, 'document_update', id);
  const snapshots = findInTable(database, 'document_snapshot', id);
  const aside = database.driver
    .prepare<[string], { seq: number; reason: string; settled_at: number | null }>(
      "SELECT seq, reason, settled_at FROM document_aside WHERE document_id = ? AND part = 'update'",
    )
    .all(id);
  const explained = new Set(aside.map((row) => row.seq));
  // Rows from the front are gone once they are old; from the first one on, none may be missing.
  const [first = lastSeq + 1] = updates.seqs;
  const start = snapshots.seqs.size > 0 ? first : 1;
  const missing = Array.from({ length: lastSeq - start + 1 }, (_, index) => start + index).filter(
    (seq) => !updates.seqs.has(seq) && !explained.has(seq),
  );
  const fresh = [
    ...updates.damaged.map((seq) => `update ${seq} is damaged`),
    ...snapshots.damaged.map((seq) => `snapshot ${seq} is damaged`),
    ...missing.map((seq) => `update ${seq} is missing`),
  ];
  const known = aside
    .filter((row) => row.settled_at === null)
    .map((row) => `update ${row.seq} was set aside: ${row.reason}`);
  return [
    ...fresh.map((problem) => ({ documentId: id, problem, isKnown: false })),
    ...known.map((problem) => ({ documentId: id, problem, isKnown: true })),
  ];
}

export function findDamagedRows(database: Database): Finding[] {
  const inDocuments = listDocuments(database).flatMap((head) => findInDocument(database, head));
  return [...findStructural(database), ...inDocuments];
}
