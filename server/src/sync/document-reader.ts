// Reads the content of documents that are too large to be loaded on the event loop: in a thread, by functions that it can find
// by their module. Small documents are read where they are.
import type { Doc } from 'yjs';
import type { ReadTask } from './read-worker.ts';
import { TaskThread } from './task-thread.ts';

/**
 * A module that exports this as `read`. Both `argument` and what it returns are copied between threads. It must not change the
 * document.
 */
export type Read<Argument, Result> = (doc: Doc, argument: Argument) => Result;

export interface ReadingModule<Argument, Result> {
  read: Read<Argument, Result>;
}

export interface DocumentReader {
  /** @param module the address of a ReadingModule @param updates of the whole document, in order */
  read<Result>(module: URL, updates: readonly Uint8Array[], argument: unknown): Promise<Result>;
}

/** Bytes. Loading this much takes about 20 milliseconds of everybody's time. */
export const READ_HERE_MAX = 400_000;

export function documentReader(): DocumentReader {
  const thread = new TaskThread<ReadTask, unknown>(new URL('read-worker.ts', import.meta.url));
  return {
    async read<Result>(module: URL, updates: readonly Uint8Array[], argument: unknown) {
      return (await thread.ask({ module: module.href, updates, argument })) as Result;
    },
  };
}
