// Keeps the copying of commits into the database file away from the event loop. Where the thread ends, commits do it again
// themselves, as SQLite does by default: slower, and as safe.
import { Worker } from 'node:worker_threads';
import { COPY_BACK_BY_COMMITS_AFTER, copyBackByCommits } from '@adagia/db/copy-back';
import type { Database } from '@adagia/db/open-database';
import type { Logger } from 'pino';

/** @returns stops it, to be waited for before the database is closed. */
export function startCopyingBack(database: Database, log: Logger): () => Promise<void> {
  const worker = new Worker(new URL('copy-back-worker.ts', import.meta.url), {
    workerData: { file: database.driver.name },
  });
  worker.unref();
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let isStopping = false;
  worker.once('online', () => !isStopping && copyBackByCommits(database, COPY_BACK_BY_COMMITS_AFTER));
  worker.on('message', (trouble: string | null) => {
    if (trouble === null) log.info('storage: commits reach the database file again');
    else log.warn({ trouble }, 'storage: commits stay in the write-ahead log');
  });
  worker.on('error', (error) => log.error({ err: error }, 'storage: the thread that copies commits back'));
  worker.once('exit', () => !isStopping && copyBackByCommits(database, null));
  return async () => {
    isStopping = true;
    // Nothing else may be left that keeps the process waiting for it.
    worker.ref();
    worker.postMessage('stop');
    await exited;
  };
}
