// Goes into the proposal after somebody came in: nothing that was asked as somebody else stays on the page, and the address with
// the secret in it is replaced in the history.
import type { ProposalId } from '@adagia/shared/ids';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { forgetEverything } from '../../api/queries.ts';
import { showProblem } from '../../ui/show-problem.ts';

/** @returns what runs a way in, and whether it is under way */
export function useWayIn() {
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const go = async (way: () => Promise<{ proposalId: ProposalId }>) => {
    setBusy(true);
    try {
      const { proposalId } = await way();
      forgetEverything();
      await navigate({ to: '/p/$proposalId/write', params: { proposalId }, replace: true });
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, go };
}
