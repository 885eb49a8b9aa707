// What the pages of mock evaluation ask the server for, and what they change there. Hints of the topic "people" make it fresh.
import * as routes from '@adagia/shared/api/evaluations';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { callApi } from '../../api/call.ts';
import { queryClient } from '../../api/query-client.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { frozenProposal } from './frozen-proposal.ts';

/** Beneath 'people', so that its hints reach it. */
const keyOf = (proposalId: string, ...rest: string[]) => [proposalId, 'people', 'evaluation', ...rest];

export function useRounds() {
  const { proposal } = useProposal();
  return useQuery({
    queryKey: keyOf(proposal.id, 'rounds'),
    queryFn: () => callApi(routes.listRounds, { proposalId: proposal.id }, {}),
  });
}

/** Everything of the rounds is asked for again. */
export function useRefreshRounds(): () => Promise<void> {
  const { proposal } = useProposal();
  return () => queryClient.invalidateQueries({ queryKey: keyOf(proposal.id) });
}

/** What is scored. It never changes. */
export function useFrozen(roundId: routes.RoundId) {
  const { proposal, call } = useProposal();
  const { organisations, sector } = proposal;
  const { data, error } = useQuery({
    // Not beneath 'people': a hint there must not bring the whole proposal again.
    queryKey: [proposal.id, 'evaluation-copy', roundId],
    queryFn: () => callApi(routes.getRoundCopy, { proposalId: proposal.id, roundId }, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const frozen = useMemo(
    () => data && frozenProposal({ parts: data.parts, call, sector, organisations }),
    [data, call, sector, organisations],
  );
  return { frozen, error };
}

export function useOwnEvaluation(roundId: routes.RoundId) {
  const { proposal } = useProposal();
  return useQuery({
    queryKey: keyOf(proposal.id, 'mine', roundId),
    queryFn: () => callApi(routes.getOwnEvaluation, { proposalId: proposal.id, roundId }, {}),
  });
}

/** What the server answered is on this screen at once. */
export function setOwnEvaluation(proposalId: string, roundId: routes.RoundId, own: routes.OwnEvaluation): void {
  queryClient.setQueryData(keyOf(proposalId, 'mine', roundId), own);
}

export function useResults(roundId: routes.RoundId | null) {
  const { proposal } = useProposal();
  return useQuery({
    queryKey: keyOf(proposal.id, 'results', roundId ?? ''),
    queryFn: () => callApi(routes.listResults, { proposalId: proposal.id, roundId: roundId as routes.RoundId }, {}),
    enabled: roundId !== null,
  });
}
