// What pages ask about ways into a proposal, and what a page does after somebody came in by one.
import * as entering from '@adagia/shared/api/entering';
import type { ProposalId } from '@adagia/shared/ids';
import { useQuery } from '@tanstack/react-query';
import { callApi } from './call.ts';

export function useGuests(proposalId: ProposalId, isEnabled: boolean) {
  return useQuery({
    queryKey: [proposalId, 'people', 'guests'],
    queryFn: () => callApi(entering.listGuests, { proposalId }, {}),
    enabled: isEnabled,
  });
}

export function useAccessRequests(proposalId: ProposalId, isEnabled: boolean) {
  return useQuery({
    queryKey: [proposalId, 'people', 'requests'],
    queryFn: () => callApi(entering.listAccessRequests, { proposalId }, {}),
    enabled: isEnabled,
  });
}
