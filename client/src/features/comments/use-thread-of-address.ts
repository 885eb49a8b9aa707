// `#comment:<thread>`: opens the page at that thread. Mails and the inbox lead by it.
import type { Thread } from '@adagia/shared/api/review';
import { threadAnchor } from '@adagia/shared/notice-path';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { activate, changeComments } from './comment-state.ts';
import type { ThreadPlaces } from './thread-places.ts';

/** Once for each time that somebody goes there; what they do afterwards is theirs. */
export function useThreadOfAddress(threads: readonly Thread[], places: ThreadPlaces): void {
  const hash = useLocation({ select: (location) => location.hash });
  const visit = useLocation({ select: ({ state }) => state.__TSR_key ?? '' });
  const done = useRef<string | null>(null);
  useEffect(() => {
    const thread = threads.find(({ id }) => threadAnchor(id) === hash);
    if (!thread || done.current === `${visit} ${hash}`) return;
    done.current = `${visit} ${hash}`;
    activate(thread.id, true);
    // Beside the text there are open ones only.
    if (thread.resolvedAt) changeComments({ isListOpen: true });
    places.reveal(thread);
  }, [threads, hash, visit, places]);
}
