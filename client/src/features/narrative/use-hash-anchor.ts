// `#answer:motivation`, `#section:design`: opens the page at that place, and follows when the hash changes.
import { useEffect } from 'react';
import { goToAnchor } from './go-to-answer.ts';

function followHash(): void {
  const id = decodeURIComponent(globalThis.location.hash.slice(1));
  if (id) goToAnchor(id);
}

export function useHashAnchor(): void {
  useEffect(() => {
    followHash();
    globalThis.addEventListener('hashchange', followHash);
    return () => globalThis.removeEventListener('hashchange', followHash);
  }, []);
}
