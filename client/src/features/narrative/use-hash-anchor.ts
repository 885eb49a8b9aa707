// `#answer:motivation`, `#section:design`, `#fact:duration`: opens the page at that place, and follows when the hash changes.
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { goToAnchor, goToFact } from './go-to-answer.ts';

function followHash(): void {
  const id = decodeURIComponent(globalThis.location.hash.slice(1));
  if (id.startsWith('fact:')) goToFact(id);
  else if (id) goToAnchor(id);
}

export function useHashAnchor(): void {
  // The router changes the address without that event, and goes to the same place again.
  const visit = useLocation({ select: ({ hash, state }) => `${state.__TSR_key ?? ''} ${hash}` });
  useEffect(() => {
    if (visit) followHash();
  }, [visit]);
  useEffect(() => {
    globalThis.addEventListener('hashchange', followHash);
    return () => globalThis.removeEventListener('hashchange', followHash);
  }, []);
}
