// Which suggestion has the attention, and whether any are shown. Knows nothing of the page.

import { observable } from '../../session/observable-value.ts';
import { changeComments, commentState, hasMargin } from '../comments/comment-state.ts';

export interface SuggestionState {
  /** The name of a suggestion. */
  active: string | null;
  /** The card of the active one is to take the focus of the keyboard. */
  takesFocus: boolean;
  /** Only comments are shown. */
  isHidden: boolean;
}

export const suggestionState = observable<SuggestionState>({ active: null, takesFocus: false, isHidden: false });

export function changeSuggestions(change: Partial<SuggestionState>): void {
  const next = { ...suggestionState.get(), ...change };
  suggestionState.set(next);
  // One thing has the attention: a comment or a suggestion.
  if (change.active && commentState.get().active) changeComments({ active: null });
}

/** Where there is no margin, a card can be seen in the list only. */
export function activateSuggestion(active: string, takesFocus = false): void {
  changeSuggestions({ active, takesFocus, isHidden: false });
  const { isListOpen } = commentState.get();
  if (isListOpen || !hasMargin()) changeComments({ isListOpen: true, list: 'suggestions' });
}
