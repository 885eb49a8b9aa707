// From a thread to its place on the page and back, as cards and lists ask for it. Each page that shows comments has its own: the text
// (use-text-places.ts), and those of plan, budget and partners (objects/use-object-places.ts).

import type { Thread } from '@adagia/shared/api/review';
import { must } from '@adagia/shared/assert';
import { createContext, useContext } from 'react';
import type { Marked } from './anchors/target-geometry.ts';
import type { NewComment } from './comment-state.ts';

/** The card of a comment that is being written stands among the threads under this name. */
export const COMPOSER = 'composer';

export interface ThreadPlaces {
  marked(thread: Thread): Marked;
  markedNew(composing: NewComment): Marked;
  /** To the screen, when it is not there yet. */
  reveal(thread: Thread): void;
  revealNew(composing: NewComment): void;
  /** The same from the list, which gives way where it lies over the text. */
  show(thread: Thread): void;
  /** Ends what the comments had of the attention, and gives the keyboard back to what they are about. */
  leave(marked: Marked): void;
}

export const ThreadPlacesContext = createContext<ThreadPlaces | null>(null);

export function useThreadPlaces(): ThreadPlaces {
  return must(useContext(ThreadPlacesContext), 'a thread outside of a page with comments');
}
