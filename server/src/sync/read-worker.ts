// The thread in which large documents are read. See document-reader.ts.
import type { ReadingModule } from './document-reader.ts';
import { loadDocument } from './load-document.ts';
import { serveTasks } from './serve-tasks.ts';

export interface ReadTask {
  module: string;
  updates: readonly Uint8Array[];
  argument: unknown;
}

serveTasks(async ({ module, updates, argument }: ReadTask): Promise<unknown> => {
  const { read } = (await import(module)) as ReadingModule<unknown, unknown>;
  return read(loadDocument(updates), argument);
});
