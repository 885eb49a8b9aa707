// In whose name an editor writes suggestions: asked at each edit, so that a change of the mode or of rights holds for the next key.
import { createSuggestionId, suggestionKey } from '@adagia/shared/text/suggestions';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { useMode } from '../../app/use-writing-rights.ts';
import type { SuggestionAuthor } from '../binding/pending-marks.ts';

export function suggestionAuthor(userId: string): SuggestionAuthor {
  return {
    userId,
    newKey: (around) =>
      suggestionKey(createSuggestionId({ author: userId, atMs: Date.now(), random: Math.random(), around })),
  };
}

/** @returns one and the same function; null from it: what is written is written outright */
export function useSuggests(): () => SuggestionAuthor | null {
  const { me } = useProposal();
  const { mode } = useMode();
  const author = useRef<SuggestionAuthor | null>(null);
  useLayoutEffect(() => {
    author.current = mode === 'editing' ? null : suggestionAuthor(me.id);
  }, [mode, me.id]);
  return useCallback(() => author.current, []);
}
