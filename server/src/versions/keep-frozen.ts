// The named version that each freeze keeps: the whole, as nobody could change it any more. A process that ends between the freeze and
// its version keeps it when it comes back: until then nobody has changed anything.
import { type FreezeRow, findFreeze, listFreezesWithoutVersion, updateFreeze } from '@adagia/db/repositories/freezes';
import { nameVersion } from '@adagia/db/repositories/versions';
import type { ProposalId } from '@adagia/shared/ids';
import type { Deps } from '../commands/deps.ts';
import { keepVersion } from './keep-versions.ts';

type Keeping = Pick<Deps, 'database' | 'rooms' | 'now' | 'newId' | 'recordChanges'>;

/** Of the one in force. Once more changes nothing. */
export async function keepFrozen(deps: Keeping, { id, proposalId, name, frozenBy }: FreezeRow): Promise<void> {
  const { database, rooms, now, recordChanges } = deps;
  // What was let in before is on disk, or is not: of that no version may hold a word.
  await rooms.edit(proposalId as ProposalId, null, () => undefined);
  recordChanges();
  const kept = await keepVersion(deps, proposalId as ProposalId, true);
  database.transaction((tx) => {
    if (findFreeze(tx, proposalId, id)?.versionId !== null) return;
    nameVersion(tx, kept.id, name, frozenBy, now());
    updateFreeze(tx, id, { versionId: kept.id });
  });
}

/** @returns how many were kept. One that cannot be read must not keep the others from having theirs. */
export async function keepMissingFrozen(deps: Keeping & Pick<Deps, 'log'>): Promise<number> {
  let kept = 0;
  for (const freeze of listFreezesWithoutVersion(deps.database.orm)) {
    try {
      await keepFrozen(deps, freeze);
      kept += 1;
    } catch (error) {
      // It stays without one: the next look tries again.
      deps.log.error({ err: error, proposalId: freeze.proposalId }, 'versions');
    }
  }
  return kept;
}
