// What is stored of a document, read over a connection of its own: for a thread, so that the one that writes has no part in it.
import Sqlite from 'better-sqlite3';
import { isFaultless, loadLog } from './load-log.ts';
import { loadStatements } from './statements.ts';

/** @returns the document after row `upTo`, or null when something of it is damaged. */
export function readBeside(file: string, documentId: string, upTo: number) {
  const driver = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    const sql = loadStatements({ driver });
    // One transaction: the snapshot and the rows behind it are of one moment.
    const { snapshot, updates, faults } = driver.transaction(() => loadLog(sql, documentId, upTo))();
    if (!isFaultless(faults)) return null;
    return { snapshot: snapshot?.bytes ?? null, updates: updates.map((one): Uint8Array => one.bytes) };
  } finally {
    driver.close();
  }
}
