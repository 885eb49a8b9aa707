// A chosen file, read in a worker that is given up when it takes too long.
import { FILE_MAX_BYTES, type ReadFile } from './file-limits.ts';

/** Milliseconds. A workbook of 2,000 rows takes a tenth of a second, also on an old computer less than two. */
const READ_WITHIN_MS = 10_000;

export async function readFile(file: File): Promise<ReadFile> {
  if (file.size > FILE_MAX_BYTES) return { problem: 'tooLarge' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = new Worker(new URL('./read-file.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await answerOf(worker, { bytes, name: file.name });
  } finally {
    worker.terminate();
  }
}

function answerOf(worker: Worker, question: { bytes: Uint8Array; name: string }): Promise<ReadFile> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ problem: 'slow' }), READ_WITHIN_MS);
    const answer = (read: ReadFile) => {
      clearTimeout(timer);
      resolve(read);
    };
    worker.onmessage = ({ data }: MessageEvent<ReadFile>) => answer(data);
    // Out of memory, for one.
    worker.onerror = () => answer({ problem: 'unreadable' });
    worker.postMessage(question);
  });
}
