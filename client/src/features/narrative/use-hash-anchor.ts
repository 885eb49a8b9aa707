// `#answer:motivation`, `#section:design`, `#fact:duration`: opens the page at that place, and follows when the hash changes.
import { useEffect } from 'react';
import { goToAnchor, goToFact } from './go-to-answer.ts';

function followHash(): void {
  const id = decodeURIComponent(globalThis.location.hash.slice(1));
  if (id.startsWith('fact:')) goToFact(id);
  else if (id) goToAnchor(id);
}

export function useHashAnchor(): void {
  useEffect(() => {
    followHash();
    globalThis.addEventListener('hashchange', followHash);
    return () => globalThis.removeEventListener('hashchange', followHash);
  }, []);
}
