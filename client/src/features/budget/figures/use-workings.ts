// The workings behind figures that this person may see, from the server by right. Under the topic of people: asked for again when
// somebody's rights change.
import { type FigureWorking, listWorkings, setWorking } from '@adagia/shared/api/figures';
import type { Working } from '@adagia/shared/budget/workings';
import type { OrganisationId } from '@adagia/shared/ids';
import { can } from '@adagia/shared/roles';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../api/call.ts';
import { useProposal } from '../../../app/proposal-context.ts';
import { showProblem } from '../../../ui/show-problem.ts';

export interface WorkingPlace {
  organisationId: OrganisationId;
  rowId: string;
}

/** May I see what is behind the figures of this organisation? */
export function useSeesWorkings(): (organisationId: string) => boolean {
  const { proposal } = useProposal();
  const { role, organisationId: own } = proposal;
  return (id) => can(role, 'confidential.all') || (own === id && can(role, 'confidential.own'));
}

export function useWorkings() {
  const { proposal } = useProposal();
  const client = useQueryClient();
  const proposalId = proposal.id;
  const queryKey = [proposalId, 'people', 'workings'];
  const { data, error, isFetchedAfterMount } = useQuery({
    queryKey,
    queryFn: () => callApi(listWorkings, { proposalId }, {}),
    // A colleague may have written in it a moment ago, and nobody is told.
    staleTime: 0,
  });
  return {
    /** As it is now, not as it was when somebody looked last: it is the ground for what they write. */
    data: isFetchedAfterMount ? data : undefined,
    error: data ? null : error,
    /** @returns whether it is stored; what was refused is shown. */
    async store(
      { organisationId, rowId }: WorkingPlace,
      working: Working | null,
      basedOn: string | null,
    ): Promise<boolean> {
      try {
        const ofIt = await callApi(setWorking, { proposalId, organisationId, rowId }, { working, basedOn });
        client.setQueryData<FigureWorking[]>(queryKey, (all = []) => [
          ...all.filter((one) => one.organisationId !== organisationId),
          ...ofIt,
        ]);
        return true;
      } catch (problem) {
        showProblem(problem);
        return false;
      }
    },
  };
}
