// What happened to a document since a moment, row by row with author and time, and a state before it to begin with: for a thread, over a
// connection of its own. Goes back as far as rows are kept behind something to begin with, and says how far that is.
import Sqlite from 'better-sqlite3';
import { isIntact } from './row-hash.ts';
import { type BytesRow, loadStatements, type UpdateRow } from './statements.ts';

export interface LogHistory {
  /** null: from the first row on. */
  base: Uint8Array | null;
  rows: { authorId: string | null; at: number; bytes: Uint8Array }[];
  /** Milliseconds: nothing can be said of what came before. */
  reachAt: number;
}

type Base = Pick<BytesRow, 'seq' | 'bytes' | 'hash'> & { at: number };

interface Found {
  base: Base | null;
  seq: number;
  reachAt: number;
}

const inOrder = (rows: readonly UpdateRow[], from: number): boolean =>
  rows.every((row, index) => row.seq === from + index + 1 && isIntact(row.bytes, row.hash));

/** Snapshots that are older than the newest are only kept to begin here (statements.ts). */
function findBase(driver: Sqlite.Database, documentId: string, sinceMs: number): Found | null {
  const first = driver
    .prepare<[string], { seq: number; at: number }>(
      'SELECT seq, at FROM document_update WHERE document_id = ? ORDER BY seq LIMIT 1',
    )
    .get(documentId);
  if (!first) return null;
  const bases = driver
    .prepare<[string, number], Base>(
      'SELECT seq, at, bytes, hash FROM document_snapshot WHERE document_id = ? AND seq >= ? ORDER BY seq',
    )
    .all(documentId, first.seq - 1)
    .filter(({ bytes, hash }) => isIntact(bytes, hash));
  const isFromFirst = first.seq === 1;
  const fitting = bases.findLast(({ at }) => at <= sinceMs) ?? (isFromFirst ? null : bases[0]);
  if (fitting === undefined) return null;
  const reachAt = isFromFirst ? first.at : (bases[0]?.at ?? 0);
  return { base: fitting, seq: fitting?.seq ?? 0, reachAt };
}

/** By their numbers alone: what each holds is checked when they are read. */
const isWhole = (driver: Sqlite.Database, documentId: string, from: number): boolean => {
  const { rows, last } = driver
    .prepare<[string, number], { rows: number; last: number | null }>(
      'SELECT count(*) AS rows, max(seq) AS last FROM document_update WHERE document_id = ? AND seq > ?',
    )
    .get(documentId, from) ?? { rows: 0, last: null };
  return rows === (last ?? from) - from;
};

/** @returns milliseconds; null where rows are missing since then, and nothing can be said */
export function reachOf(driver: Sqlite.Database, documentId: string, sinceMs: number): number | null {
  const found = findBase(driver, documentId, sinceMs);
  return found && isWhole(driver, documentId, found.seq) ? found.reachAt : null;
}

/** @returns null where rows are damaged or missing, and nothing certain can be said */
export function readHistory(file: string, documentId: string, sinceMs: number): LogHistory | null {
  const driver = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    return driver.transaction(() => {
      const found = findBase(driver, documentId, sinceMs);
      if (!found) return null;
      const rows = loadStatements({ driver }).updates.all(documentId, found.seq, Number.MAX_SAFE_INTEGER);
      if (!inOrder(rows, found.seq)) return null;
      return {
        base: found.base?.bytes ?? null,
        rows: rows.map(({ author_id: authorId, at, bytes }) => ({ authorId, at, bytes })),
        reachAt: found.reachAt,
      };
    })();
  } finally {
    driver.close();
  }
}
