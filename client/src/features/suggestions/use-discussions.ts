// The threads about suggestions, by the suggestion's name; and what becomes of them when it is decided.
import type { SuggestionOutcome, Thread } from '@adagia/shared/api/review';
import { SETTLED_MAX, settleSuggestions } from '@adagia/shared/api/suggestion-threads';
import { callApi } from '../../api/call.ts';
import { refresh, refreshTasks } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
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

/**
 * How they ended goes with what was said of them. The text has decided already: without network what was said is settled all the
 * same (comments/suggestion-threads.ts), and only who decided is not known.
 * @returns outcome null: undo has brought them back
 */
export function useSettle(): (decided: readonly PendingSuggestion[], outcome: SuggestionOutcome | null) => void {
  const { proposal } = useProposal();
  const discussions = useDiscussions();
  return (decided, outcome) => {
    const talkedOf = decided.filter(({ name }) => discussions.has(name));
    const settled = talkedOf.slice(0, SETTLED_MAX).map((one) => ({ ...targetOf(one), outcome }));
    if (settled.length === 0) return;
    const proposalId = proposal.id;
    callApi(settleSuggestions, { proposalId }, { settled })
      .then(() => Promise.all([refresh(proposalId, 'comments'), refreshTasks()]))
      .catch(() => undefined);
  };
}
