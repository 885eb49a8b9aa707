// What was restored last in each session, so that it can be taken back from wherever one returns to the page; until the page is loaded anew.
import { observable } from '../../../session/observable-value.ts';
import type { ProposalSession } from '../../../session/proposal-session.ts';
import type { Restored } from './one-step.ts';

export interface LastRestored extends Restored {
  /** What was done. */
  title: string;
}

const make = () => observable<LastRestored | null>(null);
const known = new WeakMap<ProposalSession, ReturnType<typeof make>>();

export function lastRestored(session: ProposalSession): ReturnType<typeof make> {
  const last = known.get(session) ?? make();
  known.set(session, last);
  return last;
}
