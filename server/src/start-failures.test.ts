// What an administrator sees when the server cannot start: one line that says what to do, and nothing of it is harmed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@adagia/db/open-database';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'adagia-start-'));

async function outcome(
  env: Record<string, string>,
  user: { uid?: number } = {},
): Promise<{ code: number | null; said: string }> {
  const child: ChildProcess = spawn(process.execPath, [main], { env: { ...process.env, PORT: '0', ...env }, ...user });
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

/** Nothing is unreadable for root: then the server runs as somebody else, where that somebody may run Node at all. */
const user = process.getuid?.() === 0 ? { uid: 65_534 } : {};
const canRun = spawnSync(
  process.execPath,
  ['--eval', `require('node:fs').readFileSync(${JSON.stringify(main)})`],
  user,
);

test.skipIf(canRun.status !== 0)('a data folder that may not be read', async () => {
  const dataDir = newFolder();
  chmodSync(dataDir, 0);
  expectOneLine(await outcome({ PORT: '34999', DATA_DIR: dataDir }, user), /data folder .* cannot be read and written/);
});

test.skipIf(canRun.status !== 0)('a database file that may not be written', async () => {
  const dataDir = newFolder();
  openDatabase(dataDir).close();
  chmodSync(dataDir, 0o777);
  for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), name === 'adagia.lock' ? 0o666 : 0o444);
  const readOnly = await outcome({ PORT: '34999', DATA_DIR: dataDir }, user);
  expectOneLine(readOnly, /adagia\.sqlite cannot be opened for writing/);
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
