// Jobs on a real database file, with a clock that only the test turns: none lost, none doubled, whatever dies in between.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@adagia/db/open-database';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type JobHandlers, JobRunner } from './job-runner.ts';

let dataDir: string;
let database: Database;
let now: number;
let nextId = 0;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'adagia-jobs-'));
  database = openDatabase(dataDir);
  now = Date.UTC(2026, 10, 26, 10, 0);
});
afterEach(() => {
  database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const MINUTE_MS = 60_000;
const log = pino({ level: 'silent' });

function runner(handlers: JobHandlers): JobRunner {
  return new JobRunner({ database, now: () => now, newId: () => String((nextId += 1)), log, handlers: () => handlers });
}

/** Another process on the same file. */
function reopen(): void {
  database.close();
  database = openDatabase(dataDir);
}

test('a job is done once, and not before its time', async () => {
  const done: string[] = [];
  const jobs = runner({ note: { work: (_, data) => void done.push(String(data.word)) } });
  database.transaction((tx) => jobs.enqueue(tx, { kind: 'note', data: { word: 'later' }, runAt: now + MINUTE_MS }));
  await jobs.runDue();
  expect(done).toEqual([]);
  now += MINUTE_MS;
  await jobs.runDue();
  await jobs.runDue();
  expect(done).toEqual(['later']);
});

test('what the transaction takes back is not done', async () => {
  const done: string[] = [];
  const jobs = runner({ note: { work: () => void done.push('done') } });
  expect(() =>
    database.transaction((tx) => {
      jobs.enqueue(tx, { kind: 'note' });
      throw new Error('refused');
    }),
  ).toThrow('refused');
  await jobs.runDue();
  expect(done).toEqual([]);
});

test('a job that waits survives a restart', async () => {
  database.transaction((tx) => runner({}).enqueue(tx, { kind: 'note', data: { word: 'kept' } }));
  reopen();
  const done: string[] = [];
  const jobs = runner({ note: { work: (_, data) => void done.push(String(data.word)) } });
  jobs.recover();
  await jobs.runDue();
  expect(done).toEqual(['kept']);
});

test('what a job writes and its being done are one: a failure in between leaves neither', async () => {
  let isBroken = true;
  const jobs = runner({
    note: {
      work(tx) {
        jobs.enqueue(tx, { kind: 'other' });
        if (isBroken) throw new Error('broken');
      },
    },
    other: { work() {} },
  });
  const others = () => database.driver.prepare("SELECT count(*) FROM job WHERE kind = 'other'").pluck().get();
  database.transaction((tx) => jobs.enqueue(tx, { kind: 'note' }));
  await jobs.runDue();
  expect(others()).toBe(0);
  isBroken = false;
  now += MINUTE_MS;
  await jobs.runDue();
  expect(others()).toBe(1);
});

test('a failure is tried again, each time after twice as long, and given up in the end', async () => {
  const tries: number[] = [];
  const start = now;
  const jobs = runner({
    note: {
      run() {
        tries.push((now - start) / MINUTE_MS);
        return Promise.reject(new Error('no mail server'));
      },
      interrupted: () => 'leave',
    },
  });
  database.transaction((tx) => jobs.enqueue(tx, { kind: 'note' }));
  for (let minute = 0; minute < 300; minute += 1) {
    await jobs.runDue();
    now += MINUTE_MS;
  }
  expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 127]);
  expect(database.driver.prepare('SELECT error, done_at IS NOT NULL AS done FROM job').all()).toEqual([
    { error: 'Error', done: 1 },
  ]);
});

test.each([
  ['again', 2],
  ['leave', 1],
] as const)('one that a process died over is done as it says: %s', async (choice, times) => {
  let runs = 0;
  const started = Promise.withResolvers<void>();
  const handlers = (run: () => Promise<void>): JobHandlers => ({ send: { run, interrupted: () => choice } });
  const dying = runner(
    handlers(() => {
      runs += 1;
      started.resolve();
      // The process ends here: nobody hears of it any more.
      return new Promise(() => {});
    }),
  );
  database.transaction((tx) => dying.enqueue(tx, { kind: 'send' }));
  void dying.runDue();
  await started.promise;
  reopen();
  const jobs = runner(
    handlers(async () => {
      runs += 1;
    }),
  );
  jobs.recover();
  await jobs.runDue();
  expect(runs).toBe(times);
});

test('one of the same name is not doubled while it waits, and comes again when it is done', async () => {
  let runs = 0;
  const jobs = runner({ note: { work: () => void (runs += 1) } });
  const ask = () => database.transaction((tx) => jobs.enqueue(tx, { kind: 'note', key: 'the one' }));
  ask();
  ask();
  await jobs.runDue();
  expect(runs).toBe(1);
  ask();
  await jobs.runDue();
  expect(runs).toBe(2);
});

test('a repeating one comes by its pattern, once after a long stop, and not twice after a restart', async () => {
  const at: string[] = [];
  const handlers: JobHandlers = {
    hourly: { pattern: '17 * * * *', work: () => void at.push(new Date(now).toISOString().slice(11, 16)) },
  };
  let jobs = runner(handlers);
  jobs.recover();
  for (let minute = 0; minute < 90; minute += 1) {
    await jobs.runDue();
    now += MINUTE_MS;
  }
  expect(at).toEqual(['10:17', '11:17']);
  reopen();
  now += 5 * 60 * MINUTE_MS;
  jobs = runner(handlers);
  jobs.recover();
  await jobs.runDue();
  await jobs.runDue();
  expect(at).toEqual(['10:17', '11:17', '16:30']);
});
