// The rules of the partnership over this proposal, live: cards come over REST and by hints, facts and amounts from the document.
import { type CheckReport, checkConsortium } from '@adagia/shared/budget/check-all';
import { type Suggestion, suggestPartners } from '@adagia/shared/consortium/suggest-partners';
import { useMemo } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { useFields } from '../../session/use-fields.ts';

export function useConsortium(): { report: CheckReport; suggestions: Suggestion[] } {
  const { proposal, session, call } = useProposal();
  const { organisations, sector } = proposal;
  const facts = useFields(session, 'facts');
  const plan = useFields(session, 'plan');
  const budget = useFields(session, 'budget');
  const report = useMemo(
    () => checkConsortium({ call, sector, organisations, facts, plan, budget }),
    [call, sector, organisations, facts, plan, budget],
  );
  const suggestions = useMemo(() => suggestPartners(call, organisations), [call, organisations]);
  return { report, suggestions };
}
