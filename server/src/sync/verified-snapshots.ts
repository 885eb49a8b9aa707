// A log that stores a snapshot only after it was loaded again and compared with what is on disk: a room whose memory has drifted
// from its log must not make that the truth. The comparison, the reading of the rows included, is done in a thread; the room is
// told by a rejection.
import type { DocumentLog } from './document-log.ts';
import type { RepairableLog } from './repairable-log.ts';
import type { SnapshotFolder } from './snapshot-folder.ts';

/** @param file that `log` writes to */
export function verifiedSnapshots(
  log: RepairableLog,
  folder: Pick<SnapshotFolder, 'compare'>,
  file: string,
): RepairableLog {
  return {
    create: (documentId, generation, entry) => log.create(documentId, generation, entry),
    open: (documentId) => log.open(documentId),
    append: (documentId, epoch, entries) => log.append(documentId, epoch, entries),
    read: (documentId, seq) => log.read(documentId, seq),
    setAside: (documentId, epoch, seqs) => log.setAside(documentId, epoch, seqs),
    settle: (documentId, epoch, seqs, appended) => log.settle(documentId, epoch, seqs, appended),
    async saveSnapshot(documentId, epoch, seq, bytes) {
      const image = await folder.compare({ file, documentId, seq, snapshot: bytes });
      await log.saveSnapshot(documentId, epoch, seq, bytes, image);
    },
  } satisfies DocumentLog & RepairableLog;
}
