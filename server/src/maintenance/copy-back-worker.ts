// The thread that carries commits from the write-ahead log into the database file, second by second. See copy-back.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { openCopyingBack } from '@adagia/db/copy-back';

/** Milliseconds. A busy server writes a few megabytes in between. */
const EVERY_MS = 1000;

const copying = openCopyingBack((workerData as { file: string }).file);
let said: string | null = null;

const timer = setInterval(() => {
  let trouble: string | null = null;
  try {
    copying.copy();
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
  }
  // A full disk stays full for hours: told when it begins and when it ends.
  if (trouble !== said) parentPort?.postMessage(trouble);
  said = trouble;
}, EVERY_MS);

parentPort?.once('message', () => {
  clearInterval(timer);
  copying.close();
  parentPort?.close();
});
