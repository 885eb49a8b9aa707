// Whether words of an answer are selected, live.
import { useSyncExternalStore } from 'react';
import { selectedWords } from './anchors/selected-words.ts';

function subscribe(listener: () => void): () => void {
  document.addEventListener('selectionchange', listener);
  return () => document.removeEventListener('selectionchange', listener);
}

export const useHasSelectedWords = (): boolean => useSyncExternalStore(subscribe, () => selectedWords() !== null);
