// A test hook: every commit is held back, to see that nothing is called saved before. See TEST_COMMIT_DELAY_MS.
import type { DocumentLog } from './document-log.ts';

export function delayedLog(log: DocumentLog, delayMs: number): DocumentLog {
  return {
    create: (documentId, generation, entry) => log.create(documentId, generation, entry),
    open: (documentId) => log.open(documentId),
    saveSnapshot: (...snapshot) => log.saveSnapshot(...snapshot),
    async append(documentId, epoch, entries) {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      return log.append(documentId, epoch, entries);
    },
  };
}
