// What every page inside a proposal has at hand. Provided by pages/proposal-page.tsx once the proposal is loaded.
import type { Me, Proposal } from '@adagia/shared/api/people';
import { must } from '@adagia/shared/assert';
import type { Call } from '@adagia/shared/programme/schema';
import { createContext, useContext } from 'react';
import type { ProposalSession } from '../session/proposal-session.ts';

export interface ProposalContextValue {
  proposal: Proposal;
  me: Me;
  session: ProposalSession;
  call: Call;
}

export const ProposalContext = createContext<ProposalContextValue | null>(null);

export function useProposal(): ProposalContextValue {
  return must(useContext(ProposalContext), 'useProposal outside of a proposal page');
}
