// Tells the server while somebody looks at the proposal, and when they turn away; hears what others did since they were here.
import { listSince, markVisitSeen, noteVisit } from '@adagia/shared/api/since';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { callApi } from '../../../api/call.ts';
import { useProposal } from '../../../app/proposal-context.ts';

/** Milliseconds between two signs: what happens behind the last one counts as not seen. */
const SIGN_EVERY_MS = 2 * 60 * 1000;
/** Milliseconds without a key or a pointer after which nobody is taken to sit there: a page is left open over night. */
const IDLE_MS = 10 * 60 * 1000;

const visitKey = (proposalId: string) => [proposalId, 'visit'];

export function useVisit() {
  const { proposal } = useProposal();
  const client = useQueryClient();
  const proposalId = proposal.id;
  useEffect(() => {
    let usedAt = Date.now();
    const used = () => void (usedAt = Date.now());
    const tell = (isLeaving: boolean) => {
      if (!isLeaving && (document.visibilityState !== 'visible' || Date.now() - usedAt > IDLE_MS)) return;
      callApi(noteVisit, { proposalId }, isLeaving ? { isLeaving } : {}).then(
        (visit) => client.setQueryData(visitKey(proposalId), visit),
        // Without network nobody is told; the next sign says the same.
        () => undefined,
      );
    };
    const turned = () => tell(document.visibilityState !== 'visible');
    const timer = setInterval(() => tell(false), SIGN_EVERY_MS);
    for (const name of ['keydown', 'pointerdown', 'wheel'] as const) addEventListener(name, used, { passive: true });
    document.addEventListener('visibilitychange', turned);
    return () => {
      clearInterval(timer);
      for (const name of ['keydown', 'pointerdown', 'wheel'] as const) removeEventListener(name, used);
      document.removeEventListener('visibilitychange', turned);
    };
  }, [proposalId, client]);
  return useQuery({
    queryKey: visitKey(proposalId),
    queryFn: () => callApi(noteVisit, { proposalId }, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The note goes; what changed stays to be read until the next visit. */
export function useVisitSeen(): () => void {
  const { proposal } = useProposal();
  const client = useQueryClient();
  return () => {
    callApi(markVisitSeen, { proposalId: proposal.id }, {}).then(
      () => client.invalidateQueries({ queryKey: visitKey(proposal.id) }),
      // It is offered again at the next visit.
      () => undefined,
    );
  };
}

export function useSince() {
  const { proposal } = useProposal();
  return useQuery({
    queryKey: [proposal.id, 'versions', 'since'],
    queryFn: () => callApi(listSince, { proposalId: proposal.id }, {}),
  });
}
