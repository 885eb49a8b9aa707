// A log that stores a snapshot only after it was loaded again and compared with what is on disk: a room whose memory has drifted
// from its log must not make that the truth. The comparison runs in a worker; the room is told by a rejection.
import { setImmediate } from 'node:timers/promises';
import type { DocumentLog } from './document-log.ts';
import type { RepairableLog } from './repairable-log.ts';
import type { SnapshotFolder } from './snapshot-folder.ts';

export function verifiedSnapshots(log: RepairableLog, folder: SnapshotFolder): RepairableLog {
  return {
    create: (documentId, generation, entry) => log.create(documentId, generation, entry),
    open: (documentId) => log.open(documentId),
    append: (documentId, epoch, entries) => log.append(documentId, epoch, entries),
    read: (documentId, seq) => log.read(documentId, seq),
    setAside: (documentId, epoch, seqs) => log.setAside(documentId, epoch, seqs),
    settle: (documentId, epoch, seqs, appended) => log.settle(documentId, epoch, seqs, appended),
    async saveSnapshot(documentId, epoch, seq, bytes) {
      const stored = await log.read(documentId, seq);
      // Reading and handing over a large one take tens of milliseconds each: others have their turn in between.
      await setImmediate();
      const image = await folder.compare(stored, bytes);
      await log.saveSnapshot(documentId, epoch, seq, bytes, image);
    },
  } satisfies DocumentLog & RepairableLog;
}
