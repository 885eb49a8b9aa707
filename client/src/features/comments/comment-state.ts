// What the comment panel shows: open or not, which thread has the attention, and what a new comment would be about. Drafts
// are kept by what they are about, so that closing the panel loses nothing.
import type { CommentTarget } from '@adagia/shared/api/review';
import type { ThreadId } from '@adagia/shared/ids';
import { observable } from '../../session/observable-value.ts';

export interface NewComment {
  target: CommentTarget;
  /** For a passage: base64 of its two ends as relative positions. */
  anchor?: { start: string; end: string };
}

export interface PanelState {
  isOpen: boolean;
  composing: NewComment | null;
  focused: ThreadId | null;
}

export const commentPanel = observable<PanelState>({ isOpen: false, composing: null, focused: null });

export function changePanel(change: Partial<PanelState>): void {
  commentPanel.set({ ...commentPanel.get(), ...change });
}

export function compose(composing: NewComment): void {
  changePanel({ isOpen: true, composing });
}

const drafts = new Map<string, string>();

export const draftOf = (key: string): string => drafts.get(key) ?? '';

export function keepDraft(key: string, text: string): void {
  if (text) drafts.set(key, text);
  else drafts.delete(key);
}
