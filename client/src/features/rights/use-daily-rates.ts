import { listDailyRates, setDailyRate } from '@adagia/shared/api/rights';
import type { StaffCategory } from '@adagia/shared/budget/staff-categories';
import type { OrganisationId } from '@adagia/shared/ids';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../api/call.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { showProblem } from '../../ui/show-problem.ts';

/** Under the topic of people: asked for again when somebody's rights change. */
export function useDailyRates() {
  const { proposal } = useProposal();
  const client = useQueryClient();
  const proposalId = proposal.id;
  const queryKey = [proposalId, 'people', 'daily-rates'];
  const { data } = useQuery({ queryKey, queryFn: () => callApi(listDailyRates, { proposalId }, {}) });
  return {
    data,
    /** @returns whether it is stored; what was refused is shown. */
    async store(organisationId: OrganisationId, category: StaffCategory, amountCents: number | null): Promise<boolean> {
      try {
        await callApi(setDailyRate, { proposalId, organisationId, category }, { amountCents });
        await client.invalidateQueries({ queryKey });
        return true;
      } catch (error) {
        showProblem(error);
        return false;
      }
    },
  };
}
