// The threads about suggestions, by the suggestion's name; and what becomes of them when it is decided.
import type { SuggestionOutcome, Thread } from '@adagia/shared/api/review';
import { SETTLED_MAX, settleSuggestions } from '@adagia/shared/api/suggestion-threads';
import { callApi } from '../../api/call.ts';
import { refresh, refreshTasks } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import type { ProposalSession } from '../../session/proposal-session.ts';
import { suggestionName } from '../comments/suggestion-threads.ts';
import { useAllThreads } from '../comments/use-threads.ts';
import { targetOf } from './change-words.ts';
import type { PendingSuggestion } from './suggestion-index.ts';

/** Every card asks: worked out once for each state of the threads. */
const known = new WeakMap<readonly Thread[], ReadonlyMap<string, Thread>>();

function bySuggestion(threads: readonly Thread[]): ReadonlyMap<string, Thread> {
  const found = threads.flatMap((thread): [string, Thread][] =>
    thread.target.kind === 'suggestion' ? [[suggestionName(thread.target), thread]] : [],
  );
  return new Map(found);
}

export function useDiscussions(): ReadonlyMap<string, Thread> {
  const threads = useAllThreads();
  const discussions = known.get(threads) ?? bySuggestion(threads);
  known.set(threads, discussions);
  return discussions;
}

function onceSaved({ saveState }: Pick<ProposalSession, 'saveState'>, act: () => void): void {
  const stop = saveState.subscribe(() => {
    if (saveState.get().kind !== 'saved') return;
    stop();
    act();
  });
}

/**
 * How they ended goes with what was said of them. The text has decided already: what was said is settled with it
 * (comments/suggestion-threads.ts). Without network who decided is told when the text is, as long as the page is open.
 * @returns outcome null: undo has brought them back
 */
export function useSettle(): (decided: readonly PendingSuggestion[], outcome: SuggestionOutcome | null) => void {
  const { proposal, session } = useProposal();
  const discussions = useDiscussions();
  return (decided, outcome) => {
    const talkedOf = decided.filter(({ name }) => discussions.has(name));
    const settled = talkedOf.slice(0, SETTLED_MAX).map((one) => ({ ...targetOf(one), outcome }));
    if (settled.length === 0) return;
    const proposalId = proposal.id;
    const tell = async () => {
      await callApi(settleSuggestions, { proposalId }, { settled });
      await Promise.all([refresh(proposalId, 'comments'), refreshTasks()]);
    };
    // Refused, or without network once more: the text holds all the same.
    tell().catch(() => onceSaved(session, () => void tell().catch(() => undefined)));
  };
}
