// A save that was refused because a colleague was first: what they wrote is on this screen before the refusal is told.
import type { ProposalId } from '@adagia/shared/ids';
import { ApiError } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';

/** Rejects with what `saving` rejects with. */
export async function seenWhenRefused<T>(proposalId: ProposalId, saving: Promise<T>): Promise<T> {
  try {
    return await saving;
  } catch (error) {
    if (error instanceof ApiError && error.problem?.code === 'conflict') await refresh(proposalId, 'people');
    throw error;
  }
}
