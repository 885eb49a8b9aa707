// What an earlier proposal brought that the form of this call has no place for.
import { listLeftovers } from '@adagia/shared/api/portfolio';
import type { ProposalId } from '@adagia/shared/ids';
import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../api/call.ts';

export const leftoversKey = (proposalId: ProposalId) => [proposalId, 'leftovers'];

export function useLeftovers(proposalId: ProposalId) {
  return useQuery({
    queryKey: leftoversKey(proposalId),
    queryFn: () => callApi(listLeftovers, { proposalId }, {}),
  });
}
