import { changeRepresentative, type OrganisationIntake } from '@adagia/shared/api/intake';
import { useCallback } from 'react';
import type { z } from 'zod';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { seenWhenRefused } from './seen-when-refused.ts';

/** @returns saves who signs for an organisation, and whether it has past projects. Rejects with ApiError. */
export function useChangeRepresentative({ organisationId }: OrganisationIntake) {
  const { id: proposalId } = useProposal().proposal;
  return useCallback(
    async (change: z.input<(typeof changeRepresentative)['body']>) => {
      await seenWhenRefused(proposalId, callApi(changeRepresentative, { proposalId, organisationId }, change));
      await refresh(proposalId, 'people');
    },
    [proposalId, organisationId],
  );
}
