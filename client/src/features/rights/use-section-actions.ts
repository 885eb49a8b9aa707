// What coordinators do to a section: its writers, its lock.
import { setSectionLock, setSectionWriters } from '@adagia/shared/api/rights';
import type { z } from 'zod';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { showProblem } from '../../ui/show-problem.ts';

export function useSectionActions(sectionId: string) {
  const { proposal } = useProposal();
  const place = { proposalId: proposal.id, sectionId };
  /** @returns whether it succeeded; what was refused is shown. */
  const run = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work;
      await refresh(proposal.id, 'people');
      return true;
    } catch (error) {
      showProblem(error);
      return false;
    }
  };
  return {
    setLocked: (isLocked: boolean) => run(callApi(setSectionLock, place, { isLocked })),
    setWriters: (writers: z.input<typeof setSectionWriters.body>) => run(callApi(setSectionWriters, place, writers)),
  };
}
