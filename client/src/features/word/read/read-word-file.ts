// A chosen Word file, read in a worker that is given up when it takes too long.
import { type ReadWord, WORD_FILE_MAX_BYTES } from './word-document.ts';

/** Milliseconds. A proposal of 100 pages takes a tenth of a second, also on an old computer less than two. */
const READ_WITHIN_MS = 15_000;

export async function readWordFile(file: File): Promise<ReadWord> {
  if (file.size > WORD_FILE_MAX_BYTES) return { problem: 'tooLarge' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = new Worker(new URL('./read-word.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await answerOf(worker, bytes);
  } finally {
    worker.terminate();
  }
}

function answerOf(worker: Worker, bytes: Uint8Array): Promise<ReadWord> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ problem: 'slow' }), READ_WITHIN_MS);
    const answer = (read: ReadWord) => {
      clearTimeout(timer);
      resolve(read);
    };
    worker.onmessage = ({ data }: MessageEvent<ReadWord>) => answer(data);
    // Out of memory, for one.
    worker.onerror = () => answer({ problem: 'unreadable' });
    worker.postMessage(bytes);
  });
}
