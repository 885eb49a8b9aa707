// `#comment:<thread>`: opens the page at that thread. Mails and the inbox lead by it.
import type { Thread } from '@adagia/shared/api/review';
import { threadAnchor } from '@adagia/shared/notice-path';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { activate, changeComments } from './comment-state.ts';
import { suggestionName } from './suggestion-threads.ts';
import type { ThreadPlaces } from './thread-places.ts';

/** Its card, which has the thread. */
async function showSuggestion(name: string): Promise<void> {
  const { activateSuggestion } = await import('../suggestions/suggestion-state.ts');
  activateSuggestion(name, true);
}

/** Once for each time that somebody goes there; what they do afterwards is theirs. */
export function useThreadOfAddress(threads: readonly Thread[], places: ThreadPlaces): void {
  const hash = useLocation({ select: (location) => location.hash });
  const visit = useLocation({ select: ({ state }) => state.__TSR_key ?? '' });
  const done = useRef<string | null>(null);
  useEffect(() => {
    const thread = threads.find(({ id }) => threadAnchor(id) === hash);
    if (!thread || done.current === `${visit} ${hash}`) return;
    done.current = `${visit} ${hash}`;
    if (thread.target.kind === 'suggestion' && !thread.resolvedAt) void showSuggestion(suggestionName(thread.target));
    else activate(thread.id, true);
    // Beside the text there are open ones only.
    if (thread.resolvedAt) changeComments({ isListOpen: true });
    places.reveal(thread);
  }, [threads, hash, visit, places]);
}
