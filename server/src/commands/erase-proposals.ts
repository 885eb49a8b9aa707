// The end of a deleted proposal: when the time of grace is over, everything of it goes. What stays is one line in the record of
// rights that says so. Backups that were made before still hold it, until they are thrown away.

import { setImmediate } from 'node:timers/promises';
import { eraseLogBatch, eraseProposal } from '@adagia/db/maintenance/erase-proposal';
import { listDocumentsOf } from '@adagia/db/repositories/intake';
import { listDeletedBefore } from '@adagia/db/repositories/portfolio';
import type { Deps } from './deps.ts';
import { GRACE_MS } from './portfolio.ts';
import { recordAudit } from './record-audit.ts';

/** Once more after a crash goes on where it ended. */
export async function eraseDeleted(deps: Pick<Deps, 'database' | 'uploads' | 'now' | 'newId'>): Promise<void> {
  for (const proposalId of listDeletedBefore(deps.database.orm, deps.now() - GRACE_MS)) {
    // Between two batches others are served.
    while (eraseLogBatch(deps.database, proposalId)) await setImmediate();
    const files = listDocumentsOf(deps.database.orm, proposalId).map(({ file }) => file);
    eraseProposal(deps.database, proposalId, () =>
      recordAudit(deps, deps.database.orm, { kind: 'proposal.erased', actorId: null, proposalId }),
    );
    // Rows first: a file without a row is seen by nobody, a row without a file is a document that cannot be opened.
    for (const file of files) await deps.uploads.store.remove(file);
  }
}
