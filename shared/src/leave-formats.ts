// Yjs tidies format marks that say nothing, on every device, after each change from others (`cleanupYTextAfterTransaction`).
// Those are deletions that nobody made: sent by everybody for the same change, refused where the answer is locked or the person
// only reads, and now and then of a mark that was still meant. A document shows the same without, and the same everywhere.

/** What it needs of a Y.Doc. */
interface Tidying {
  on(event: 'afterTransaction', listener: (transaction: object) => void): void;
}

/** Relies on a field of yjs 13.6 that is not part of its interface; leave-formats.test.ts fails where it has changed. */
export function leaveFormats(doc: Tidying): void {
  doc.on('afterTransaction', (transaction: { _needFormattingCleanup?: boolean }) => {
    transaction._needFormattingCleanup = false;
  });
}
