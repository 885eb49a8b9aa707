// Commits reach the database file although none of them copies anything itself.
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCopyingBack } from '@adagia/db/copy-back';
import { type Database, databaseFileIn, openCopy, openDatabase } from '@adagia/db/open-database';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startCopyingBack } from './copy-back.ts';

const log = pino({ level: 'silent' });

function open() {
  const dataDir = mkdtempSync(join(tmpdir(), 'adagia-copy-back-'));
  const database = openDatabase(dataDir);
  // Commits of these tests copy nothing, whatever they write.
  database.driver.pragma('wal_autocheckpoint = 0');
  database.driver.exec('CREATE TABLE words (word TEXT)');
  return { dataDir, database };
}

const write = ({ driver }: Database, count: number) => {
  const insert = driver.prepare('INSERT INTO words (word) VALUES (?)');
  for (let index = 0; index < count; index += 1) insert.run('x'.repeat(3000));
};

/** What the file holds without its log. */
function wordsInFile(dataDir: string): number {
  const alone = join(mkdtempSync(join(tmpdir(), 'adagia-alone-')), 'alone.sqlite');
  copyFileSync(databaseFileIn(dataDir), alone);
  const copy = openCopy(alone);
  try {
    return copy.driver.prepare<[], number>('SELECT count(*) FROM words').pluck().get() ?? 0;
  } finally {
    copy.close();
  }
}

const logPages = ({ driver }: Database) =>
  (driver.pragma('wal_checkpoint(PASSIVE)') as { log: number }[])[0]?.log ?? Number.NaN;

test('L9 what was committed is carried over, and the log begins anew behind it', () => {
  const { dataDir, database } = open();
  write(database, 400);
  const copying = openCopyingBack(databaseFileIn(dataDir));
  copying.copy();
  expect(wordsInFile(dataDir)).toBe(400);
  write(database, 1);
  expect(logPages(database)).toBeLessThan(20);
  copying.close();
  database.close();
});

test('L9 a thread does it beside the one that writes, and commits leave it to that thread', async () => {
  const { dataDir, database } = open();
  const stop = startCopyingBack(database, log);
  write(database, 40);
  await vi.waitFor(() => expect(wordsInFile(dataDir)).toBe(40), { timeout: 20_000, interval: 100 });
  expect(database.driver.pragma('wal_autocheckpoint', { simple: true })).toBe(16_384);
  await stop();
  database.close();
});

test('L9 without the thread commits do it themselves again', async () => {
  const { dataDir, database } = open();
  // It finds no database there, says so, and ends.
  const trouble: string[] = [];
  const listening = pino({ level: 'error' }, { write: (line: string) => void trouble.push(line) });
  const elsewhere = { ...database, driver: new Proxy(database.driver, { get: nameless }) } as Database;
  const stop = startCopyingBack(elsewhere, listening);
  onTestFinished(() => stop());
  await vi.waitFor(() => expect(database.driver.pragma('wal_autocheckpoint', { simple: true })).toBe(1000), {
    timeout: 20_000,
    interval: 100,
  });
  expect(trouble.join()).toContain('the thread that copies commits back');
  write(database, 1500);
  expect(wordsInFile(dataDir)).toBeGreaterThan(0);
  await stop();
  database.close();
});

function nameless(driver: Database['driver'], key: keyof Database['driver']): unknown {
  const value = key === 'name' ? '/nowhere/adagia.sqlite' : driver[key];
  return typeof value === 'function' ? value.bind(driver) : value;
}
