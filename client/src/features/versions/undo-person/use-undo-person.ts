// What the page asks the server: who wrote something since a moment, and what of one person's doing still stands.
import { listWriters, tracePerson } from '@adagia/shared/api/undo-person';
import type { UserId } from '@adagia/shared/ids';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { callApi } from '../../../api/call.ts';
import { useProposal } from '../../../app/proposal-context.ts';

const NAME = 'undo-person';

/** @param since ISO time */
export function useWriters(since: string) {
  const { proposal } = useProposal();
  return useQuery({
    queryKey: [proposal.id, NAME, 'writers', since],
    queryFn: () => callApi(listWriters, { proposalId: proposal.id }, { since }),
    placeholderData: keepPreviousData,
  });
}

export function useTracedPerson(userId: UserId, since: string) {
  const { proposal } = useProposal();
  return useQuery({
    queryKey: [proposal.id, NAME, 'trace', userId, since],
    queryFn: () => callApi(tracePerson, { proposalId: proposal.id, userId }, { since }),
    // As it is when it is looked at: what changes meanwhile is looked at anew when one comes back.
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}
