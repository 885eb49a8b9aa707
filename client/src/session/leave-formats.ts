// Yjs tidies format marks that say nothing, on every device, after each change from others (`cleanupYTextAfterTransaction`).
// Those are deletions that nobody made: sent by everybody for the same change, refused where the answer is locked or the person
// only reads, and then the page would be thrown away for text that nobody wrote. A document shows the same without.
import type * as Y from 'yjs';

/** Relies on a field of yjs 13.6 that is not part of its interface; leave-formats.test.ts fails where it has changed. */
export function leaveFormats(doc: Y.Doc): void {
  doc.on('afterTransaction', (transaction: Y.Transaction & { _needFormattingCleanup?: boolean }) => {
    transaction._needFormattingCleanup = false;
  });
}
