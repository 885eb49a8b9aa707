// Reads a document's rows and checks each against its checksum. Says what is wrong and what it can mend; changes nothing itself.
// Does not know what the bytes mean: whether the rest fits together without a damaged row is for its caller to find out.
import { isIntact, repaired } from './row-hash.ts';
import type { LoadStatements, SnapshotRow, UpdateRow } from './statements.ts';

export interface LoadedLog {
  /** `image`: null without one that is intact. */
  snapshot: { seq: number; bytes: Uint8Array; image: Uint8Array | null } | null;
  updates: UpdateRow[];
  faults: LogFaults;
}

export interface LogFaults {
  /** Rows of which one bit was flipped, as they were. */
  mended: { seq: number; bytes: Uint8Array }[];
  damagedUpdates: number[];
  damagedSnapshots: number[];
  missing: number[];
}

export const isFaultless = ({ mended, damagedUpdates, damagedSnapshots, missing }: LogFaults): boolean =>
  mended.length + damagedUpdates.length + damagedSnapshots.length + missing.length === 0;

/** The newest snapshot that is whole; the older ones are only looked at when it is not. */
function findSnapshot(rows: Iterable<SnapshotRow>, faults: LogFaults): LoadedLog['snapshot'] {
  for (const { seq, bytes, hash, image, image_hash: imageHash } of rows) {
    const whole = isIntact(bytes, hash) ? bytes : repaired(bytes, hash);
    const isImage = image && imageHash && isIntact(image, imageHash);
    if (whole) return { seq, bytes: new Uint8Array(whole), image: isImage ? image : null };
    faults.damagedSnapshots.push(seq);
  }
  return null;
}

function checkUpdate(row: UpdateRow, faults: LogFaults): UpdateRow | null {
  if (isIntact(row.bytes, row.hash)) return row;
  const bytes = repaired(row.bytes, row.hash);
  if (bytes) faults.mended.push({ seq: row.seq, bytes });
  else faults.damagedUpdates.push(row.seq);
  return bytes && { ...row, bytes: Buffer.from(bytes) };
}

/** Numbers are gapless: one that is neither here nor set aside was lost. */
function findMissing(
  rows: UpdateRow[],
  span: { from: number; to: number },
  isAside: (seq: number) => boolean,
): number[] {
  const missing: number[] = [];
  let expected = span.from + 1;
  for (const seq of [...rows.map((row) => row.seq), span.to + 1]) {
    for (; expected < seq; expected += 1) if (!isAside(expected)) missing.push(expected);
    expected = seq + 1;
  }
  return missing;
}

/** @param upTo the last row to read; there are none of the document behind it, or they are not wanted */
export function loadLog(sql: LoadStatements, documentId: string, upTo: number): LoadedLog {
  const faults: LogFaults = { mended: [], damagedUpdates: [], damagedSnapshots: [], missing: [] };
  const snapshot = findSnapshot(sql.snapshots.iterate(documentId, upTo), faults);
  const from = snapshot?.seq ?? 0;
  const rows = sql.updates.all(documentId, from, upTo);
  if (rows.length < upTo - from) {
    const aside = new Set(sql.aside.all(documentId).map((row) => row.seq));
    faults.missing = findMissing(rows, { from, to: upTo }, (seq) => aside.has(seq));
  }
  const updates = rows.map((row) => checkUpdate(row, faults)).filter((row) => row !== null);
  return { snapshot, updates, faults };
}

/** Nothing to begin with: the log before the damaged snapshots was pruned. Only a backup helps then. */
export const hasLostItsBase = ({ snapshot, faults }: LoadedLog): boolean =>
  snapshot === null && faults.missing.includes(1);
