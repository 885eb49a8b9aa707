// Status, owner and tick of every answer: kept in SQL, asked for once for the whole proposal, told anew by a hint.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { type AnswerState, changeAnswerState } from '@adagia/shared/api/review';
import type { ProposalId } from '@adagia/shared/ids';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import { callApi } from '../../api/call.ts';
import { refresh, useAnswerStates as useStatesQuery } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { showProblem } from '../../ui/show-problem.ts';

type AnswerChange = z.input<(typeof changeAnswerState)['body']>;
export type AnswerStates = ReadonlyMap<AnswerKey, AnswerState>;

const statesKey = (proposalId: ProposalId) => [proposalId, 'answers'];

export function useAnswerStates(): AnswerStates {
  const { proposal } = useProposal();
  const { data } = useStatesQuery(proposal.id);
  return useMemo(() => new Map((data ?? []).map((state) => [state.key, state])), [data]);
}

/** undefined: nobody has set anything yet. */
export function useAnswerState(key: AnswerKey): AnswerState | undefined {
  const { proposal } = useProposal();
  return useStatesQuery(proposal.id).data?.find((state) => state.key === key);
}

/** Shown at once; when the server refuses, said so and taken back. */
export function useChangeAnswer(key: AnswerKey): UseMutationResult<AnswerState, Error, AnswerChange> {
  const { proposal } = useProposal();
  const client = useQueryClient();
  const put = (state: AnswerState) =>
    client.setQueryData<AnswerState[]>(statesKey(proposal.id), (states = []) => [
      ...states.filter((one) => one.key !== state.key),
      state,
    ]);
  return useMutation({
    mutationFn: (change: AnswerChange) => callApi(changeAnswerState, { proposalId: proposal.id, key }, change),
    onMutate: ({ status, ownerId }) => {
      const states = client.getQueryData<AnswerState[]>(statesKey(proposal.id));
      const before = states?.find((state) => state.key === key);
      put({
        ...(before ?? { key, status: 'draft', ownerId: null, carriedOver: null }),
        ...(status && { status }),
        ...(ownerId !== undefined && { ownerId: ownerId as AnswerState['ownerId'] }),
      });
    },
    onSuccess: put,
    onError(error) {
      showProblem(error);
      void refresh(proposal.id, 'answers');
    },
  });
}
