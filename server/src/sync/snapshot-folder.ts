// Folds logs and compares snapshots away from the event loop: one worker thread, started when it is first needed. It
// keeps the process alive only while somebody waits for it. When to fold is the room's business.
import { Worker } from 'node:worker_threads';
import type { FoldAnswer, FoldTask } from './fold-worker.ts';
import type { StoredContent } from './repairable-log.ts';

export interface SnapshotFolder {
  /** @returns one update with everything in it, loaded again and compared. Rejects when what is stored has gaps. */
  fold(stored: StoredContent): Promise<Uint8Array>;
  /** @returns the image of its index. Rejects unless `snapshot` gives the same document as what is stored. */
  compare(stored: StoredContent, snapshot: Uint8Array): Promise<Uint8Array>;
}

interface Waiting {
  resolve(bytes: Uint8Array): void;
  reject(error: unknown): void;
}

export function snapshotFolder(): SnapshotFolder {
  return new WorkerFolder();
}

class WorkerFolder implements SnapshotFolder {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #lastId = 0;

  fold(stored: StoredContent): Promise<Uint8Array> {
    return this.#ask(stored, null);
  }

  compare(stored: StoredContent, snapshot: Uint8Array): Promise<Uint8Array> {
    return this.#ask(stored, snapshot);
  }

  #ask(stored: StoredContent, snapshot: Uint8Array | null): Promise<Uint8Array> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#running().postMessage({ id, stored, snapshot } satisfies FoldTask);
    });
  }

  #running(): Worker {
    this.#worker?.ref();
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('fold-worker.ts', import.meta.url));
    worker.on('message', (answer: FoldAnswer) => this.#take(answer));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('the thread for snapshots ended')));
    this.#worker = worker;
    return worker;
  }

  #take(answer: FoldAnswer): void {
    const asked = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if ('error' in answer) asked?.reject(answer.error);
    else asked?.resolve(answer.bytes);
  }

  #fail(error: unknown): void {
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
