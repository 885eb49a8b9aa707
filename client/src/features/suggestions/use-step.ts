// From one suggestion to the next, by button or key.
import { useEffect } from 'react';
import { isShortcut } from '../../editor/ui/shortcuts.ts';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { revealTarget } from '../comments/anchors/reveal-target.ts';
import { markedSuggestion } from './places.ts';
import type { PendingSuggestion } from './suggestion-index.ts';
import { activateSuggestion, suggestionState } from './suggestion-state.ts';
import { usePendingSuggestions, useSuggestionIndex } from './use-suggestions.ts';

/** Without one to start from, the first or the last; after the last, the first again. */
export function neighbourOf(
  all: readonly PendingSuggestion[],
  from: string | null,
  by: 1 | -1,
): PendingSuggestion | undefined {
  const at = all.findIndex(({ name }) => name === from);
  if (at < 0) return by > 0 ? all[0] : all.at(-1);
  return all[(at + by + all.length) % all.length];
}

export function useStepSuggestions(): (by: 1 | -1) => void {
  const workspace = useEditorWorkspace();
  const index = useSuggestionIndex();
  const all = usePendingSuggestions();
  return (by) => {
    const next = neighbourOf(all, suggestionState.get().active, by);
    if (!next) return;
    activateSuggestion(next.name, true);
    revealTarget(workspace, () => markedSuggestion(index, next));
  };
}

export function useSuggestionKeys(): void {
  const step = useStepSuggestions();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isNext = isShortcut(event, 'nextSuggestion');
      if (event.defaultPrevented || (!isNext && !isShortcut(event, 'previousSuggestion'))) return;
      event.preventDefault();
      step(isNext ? 1 : -1);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}
