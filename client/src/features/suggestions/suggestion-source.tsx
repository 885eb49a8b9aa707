// Brings suggestions to the Write page, once somebody has had time to type: their cards among the comments in the margin, the mark on
// the active one, what a click in the text means, and the keys. Draws nothing itself.
import { useEffect, useMemo } from 'react';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { useObservable } from '../../session/observable.ts';
import { commentState } from '../comments/comment-state.ts';
import { marginGuests, noGuests } from '../comments/margin/margin-guests.ts';
import { waitingSuggestions } from '../comments/suggestion-threads.ts';
import { markActive } from './active-mark.ts';
import { markedSuggestion, suggestionAt } from './places.ts';
import { SuggestionCard } from './suggestion-card.tsx';
import type { PendingSuggestion } from './suggestion-index.ts';
import { activateSuggestion, changeSuggestions, suggestionState } from './suggestion-state.ts';
import { useSuggestionKeys } from './use-step.ts';
import { usePendingSuggestions, useSuggestionIndex } from './use-suggestions.ts';

export function SuggestionSource() {
  useMarginCards();
  useActiveMark();
  useClicks();
  useSuggestionKeys();
  return null;
}

/** Cards change with every key that is typed in a suggestion, their names only when one comes or goes. */
function tellWaiting(all: readonly PendingSuggestion[]): void {
  const before = waitingSuggestions.get();
  const isSame = before?.size === all.length && all.every(({ name }) => before.has(name));
  if (!isSame) waitingSuggestions.set(new Set(all.map(({ name }) => name)));
}

function useMarginCards(): void {
  const all = usePendingSuggestions();
  const index = useSuggestionIndex();
  const { active, isHidden } = useObservable(suggestionState);
  const { preview } = useEditorWorkspace();
  const isPreview = useObservable(preview) !== null;
  // Whoever goes to one wants to see it.
  useEffect(() => {
    if (active !== null) preview.set(null);
  }, [active, preview]);
  // Its mark would stand on other words there.
  useEffect(() => {
    if (isPreview) changeSuggestions({ active: null });
  }, [isPreview]);
  useEffect(() => {
    const cards = (isHidden || isPreview ? [] : all).map((suggestion) => ({
      id: suggestion.name,
      marked: () => markedSuggestion(index, suggestion),
      card: <SuggestionCard suggestion={suggestion} isActive={suggestion.name === active} about={null} />,
    }));
    marginGuests.set({ cards, activeId: active, count: all.length });
  }, [all, index, active, isHidden, isPreview]);
  useEffect(() => tellWaiting(all), [all]);
  useEffect(
    () => () => {
      marginGuests.set(noGuests);
      waitingSuggestions.set(null);
    },
    [],
  );
}

function useActiveMark(): void {
  const workspace = useEditorWorkspace();
  const index = useSuggestionIndex();
  const all = usePendingSuggestions();
  const { active } = useObservable(suggestionState);
  const one = useMemo(() => all.find(({ name }) => name === active) ?? null, [all, active]);
  useEffect(() => markActive(workspace, index, one), [workspace, index, one]);
}

/** A comment that gets the attention takes it from the suggestion; a click beside all of them takes it from both. */
function useClicks(): void {
  const index = useSuggestionIndex();
  useEffect(() => {
    const attended = () => {
      if (commentState.get().active && suggestionState.get().active) changeSuggestions({ active: null });
    };
    const clicked = (event: MouseEvent) => {
      if (commentState.get().active || suggestionState.get().isHidden) return;
      const hit = suggestionAt(index, event);
      if (hit) activateSuggestion(hit.name);
      else if (hit === null && suggestionState.get().active) changeSuggestions({ active: null });
    };
    document.addEventListener('click', clicked);
    const stop = commentState.subscribe(attended);
    return () => {
      document.removeEventListener('click', clicked);
      stop();
    };
  }, [index]);
}
