// What an administrator sees when the server cannot start: one line that says what to do, and nothing of it is harmed.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@adagia/db/open-database';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'adagia-start-'));

async function outcome(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child: ChildProcess = spawn(process.execPath, [main], { env: { ...process.env, PORT: '0', ...env } });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

/** One line, with the words that help, and no stack trace. */
function expectOneLine({ code, said }: { code: number | null; said: string }, words: RegExp): void {
  expect(code).toBe(1);
  expect(said).toMatch(words);
  expect(said.trim().split('\n')).toHaveLength(1);
}

test('a port that is no number is named', async () => {
  expectOneLine(await outcome({ PORT: 'web', DATA_DIR: newFolder() }), /PORT/);
});

test('a port in use', async () => {
  const other = createServer().listen(0, '0.0.0.0');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  expectOneLine(await outcome({ PORT: port, DATA_DIR: newFolder() }), /port is in use/);
  other.close();
});

test('a data folder that is a file', async () => {
  const file = join(newFolder(), 'data');
  writeFileSync(file, '');
  expectOneLine(await outcome({ PORT: '34999', DATA_DIR: file }), /data folder .* cannot be read and written/);
});

test('a database that is none', async () => {
  const dataDir = newFolder();
  writeFileSync(
    join(dataDir, 'adagia.sqlite'),
    'These are the notes of our last meeting, not a database. '.repeat(200),
  );
  expectOneLine(await outcome({ PORT: '34999', DATA_DIR: dataDir }), /is not a database/);
});

test('a database of a newer version is not touched', async () => {
  const dataDir = newFolder();
  const database = openDatabase(dataDir);
  database.driver
    .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
    .run('of the future', Date.now() + 1e12);
  database.close();
  expectOneLine(await outcome({ PORT: '34999', DATA_DIR: dataDir }), /newer version/);
});

test('a data folder that another server uses', async () => {
  const dataDir = newFolder();
  const database = openDatabase(dataDir);
  expectOneLine(await outcome({ PORT: '34999', DATA_DIR: dataDir }), /in use by another/);
  database.close();
});
