// Freezes of the proposal as the pages ask for them: the log, freezing, unlocking. The one in force comes with the proposal itself.
import { type FreezeId, freezeProposal, listFreezes, unlockProposal } from '@adagia/shared/api/freezes';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { showProblem } from '../../ui/show-problem.ts';

/** Of the topic of people: a hint that rights changed makes it fresh. */
export function useFreezes() {
  const { proposal } = useProposal();
  return useQuery({
    queryKey: [proposal.id, 'people', 'freezes'],
    queryFn: () => callApi(listFreezes, { proposalId: proposal.id }, {}),
  });
}

export function useFreeze(onDone: () => void) {
  const { proposal } = useProposal();
  const proposalId = proposal.id;
  return useMutation({
    mutationFn: (body: z.input<typeof freezeProposal.body>) => callApi(freezeProposal, { proposalId }, body),
    onSuccess: () => refresh(proposalId, 'people').then(onDone),
    onError: showProblem,
  });
}

export function useUnlock(freezeId: FreezeId, onDone: () => void) {
  const { proposal } = useProposal();
  const proposalId = proposal.id;
  return useMutation({
    mutationFn: (note: string) => callApi(unlockProposal, { proposalId, freezeId }, { note }),
    onSuccess: () => refresh(proposalId, 'people').then(onDone),
    onError: showProblem,
  });
}
