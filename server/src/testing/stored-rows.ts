// Everything that commands can have changed, as text: equal before and after means that a refusal changed nothing.
import { createHash } from 'node:crypto';
import type { TestServer } from './test-server.ts';

const tables = [
  'proposal',
  'organisation',
  'member',
  'invitation',
  'invitation_use',
  'access_request',
  'user',
  'mail',
  'document_update',
  'answer_state',
  'thread',
  'comment',
  'thread_read',
  'timeline',
  'audit',
  'leftover',
  'job',
  'administrator',
  'disabled_person',
  'setting',
  'user',
  'account',
  'passkey',
  'two_factor',
  'section_right',
  'section_writer',
  'daily_rate',
];

/** The machine's own jobs go on at their times, whatever anybody asks for. */
const condition: Record<string, string> = { job: "WHERE key IS NULL OR key NOT LIKE 'repeating:%'" };

/** A line for each table with how many rows it has and a hash of them: a difference names its table. */
export function storedRows({ deps: { database } }: TestServer): string {
  const lines = tables.map((table) => {
    const rows = database.driver.prepare(`SELECT * FROM "${table}" ${condition[table] ?? ''} ORDER BY rowid`).all();
    const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);
    return `${table}: ${rows.length} rows, ${hash}`;
  });
  return lines.join('\n');
}
