import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openBeside, openDatabase } from '@adagia/db/open-database';
import { sqliteDocumentLog } from '@adagia/db/sqlite-document-log';
import { afterAll, expect, test } from 'vitest';
import { type LogProcess, startLogProcess } from '../testing/log-process.ts';
import { documentLogContract } from './document-log.contract.ts';
import { type DocumentLog, logErrors } from './document-log.ts';
import { MemoryDocumentLog } from './memory-document-log.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'adagia-log-'));

function openSqlite(): { log: DocumentLog; database: Database; reopen(): Promise<DocumentLog> } {
  const dataDir = newFolder();
  const database = openDatabase(dataDir);
  return {
    log: sqliteDocumentLog(database, logErrors),
    database,
    reopen: async () => sqliteDocumentLog(openBeside(dataDir), logErrors),
  };
}

const processes: LogProcess[] = [];
afterAll(() => Promise.all(processes.map((one) => one.kill())));

async function startProcess(dataDir: string): Promise<DocumentLog> {
  const started = await startLogProcess(dataDir);
  processes.push(started);
  return started.log;
}

documentLogContract('SQLite', async () => openSqlite());
documentLogContract('memory', async () => {
  const log = new MemoryDocumentLog();
  return { log, reopen: async () => log };
});
documentLogContract('two processes on one file', async () => {
  const dataDir = newFolder();
  openDatabase(dataDir).close();
  return { log: await startProcess(dataDir), reopen: () => startProcess(dataDir) };
});

test('SQLite: L1 commits survive a power cut: write-ahead log, and FULL', () => {
  const { driver } = openSqlite().database;
  const settings = ['journal_mode', 'synchronous'].map((name) => driver.pragma(name, { simple: true }));
  // 2 is FULL; with NORMAL a power cut takes back what was acknowledged.
  expect(settings).toEqual(['wal', 2]);
});

const entry = (text: string) => ({ authorId: 'ana', at: 1, bytes: new TextEncoder().encode(text), newClientIds: [] });

test('memory: a failing log says so and keeps what it had; afterwards it goes on', async () => {
  const log = new MemoryDocumentLog();
  await log.create('d', 'g', entry('0'));
  const { epoch = 0 } = (await log.open('d')) ?? {};
  log.fault = new Error('no space');
  await expect(log.append('d', epoch, [entry('1')])).rejects.toThrow('no space');
  log.fault = null;
  expect(await log.append('d', epoch, [entry('2')])).toBe(2);
});

test('memory: a power cut drops what was not resolved, and nothing else', async () => {
  const log = new MemoryDocumentLog();
  await log.create('d', 'g', entry('0'));
  const { epoch = 0 } = (await log.open('d')) ?? {};
  await log.append('d', epoch, [entry('kept')]);
  let release = (): void => undefined;
  log.gate = new Promise((resolve) => (release = resolve));
  const answers: string[] = [];
  void log.append('d', epoch, [entry('lost')]).then(
    () => answers.push('stored'),
    () => answers.push('refused'),
  );
  log.cutPower();
  release();
  const updates = (await log.open('d'))?.updates ?? [];
  expect(updates.map((bytes) => new TextDecoder().decode(bytes))).toEqual(['0', 'kept']);
  expect(answers).toEqual([]);
});
