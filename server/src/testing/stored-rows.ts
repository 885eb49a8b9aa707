// Everything that commands can have changed, as text: equal before and after means that a refusal changed nothing.
import { createHash } from 'node:crypto';
import type { TestServer } from './test-server.ts';

/**
 * What goes on by itself, whoever asks for what: counted attempts, when a session was last used, who has a document open, its
 * snapshots, what was counted for the list, and what the database keeps for itself.
 */
const MOVING = new Set([
  'rate_limit',
  'session',
  'document',
  'document_snapshot',
  'proposal_summary',
  '__drizzle_migrations',
  'sqlite_sequence',
  'sqlite_stat1',
]);

/** The machine's own jobs go on at their times, whatever anybody asks for. */
const condition: Record<string, string> = { job: "WHERE key IS NULL OR key NOT LIKE 'repeating:%'" };

/** A line for each table with how many rows it has and a hash of them: a difference names its table. */
export function storedRows({ deps: { database } }: TestServer): string {
  const named = database.driver
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
  const tables = (named as string[]).filter((table) => !MOVING.has(table));
  const lines = tables.map((table) => {
    const hash = createHash('sha256');
    let count = 0;
    const rows = database.driver.prepare(`SELECT * FROM "${table}" ${condition[table] ?? ''} ORDER BY rowid`).raw();
    // Bytes as they are: written as text they take longer than all the rest of a test.
    for (const row of rows.iterate() as Iterable<unknown[]>) {
      count += 1;
      for (const value of row) hash.update(value instanceof Uint8Array ? value : `${typeof value} ${String(value)}\n`);
    }
    return `${table}: ${count} rows, ${hash.digest('hex').slice(0, 16)}`;
  });
  return lines.join('\n');
}
