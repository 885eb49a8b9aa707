// How much of the documents is damaged: for the health of the server, and for an administrator.
import type { Database } from '../open-database.ts';

/** @returns rows that were set aside and whose content may still be missing. */
export function countAside({ driver }: Database): number {
  const row = driver.prepare('SELECT count(*) AS count FROM document_aside WHERE settled_at IS NULL').get();
  return (row as { count: number }).count;
}
