// What has the attention among the comments: the active thread, what a new one would be about, and whether the list of all of
// them is open. Knows nothing of the page; cards, marks in the text and keys all read and change this.
import type { CommentTarget, Thread } from '@adagia/shared/api/review';
import { pageOfTarget } from '@adagia/shared/comment-places';
import type { ThreadId } from '@adagia/shared/ids';
import { observable } from '../../session/observable-value.ts';

export interface NewComment {
  target: CommentTarget;
  /** For a passage: base64 of its two ends as relative positions. */
  anchor?: { start: string; end: string };
}

/** About words. */
export interface NewPassage {
  target: Extract<CommentTarget, { kind: 'passage' }>;
  anchor: { start: string; end: string };
}

export interface CommentState {
  /** The list of all comments: beside the text on a wide screen, over it on a narrow one. */
  isListOpen: boolean;
  /** What the list is of: one switches in it. */
  list: 'comments' | 'suggestions';
  composing: NewComment | null;
  active: ThreadId | null;
  /** The card of the active thread is to take the focus of the keyboard. */
  takesFocus: boolean;
}

export const commentState = observable<CommentState>({
  isListOpen: false,
  list: 'comments',
  composing: null,
  active: null,
  takesFocus: false,
});

export function changeComments(change: Partial<CommentState>): void {
  commentState.set({ ...commentState.get(), ...change });
}

/** Pixels from which on cards stand in the margin; below it a list slides over the text. As in comment-column.module.css. */
export const MARGIN_FROM = '(min-width: 75em)';

export const hasMargin = (): boolean => matchMedia(MARGIN_FROM).matches;

/** Open, and about something on the page of the text; those about a suggestion are on its card. */
export function isBesideText({ resolvedAt, target }: Thread): boolean {
  return resolvedAt === null && target.kind !== 'suggestion' && pageOfTarget(target) === 'write';
}

/** Where there is no margin, a card can be seen in the list only. */
export function activate(active: ThreadId, takesFocus = false): void {
  changeComments({ active, takesFocus, list: 'comments', ...(!hasMargin() && { isListOpen: true }) });
}

export function compose(composing: NewComment): void {
  changeComments({ composing, active: null, list: 'comments', ...(!hasMargin() && { isListOpen: true }) });
}
