// Keys of a card that has the focus: Enter opens it, R replies, E resolves or reopens, Esc leads back to what it is about. Letters only
// while the card itself is focused, so that nobody who writes resolves anything.
import type { Thread } from '@adagia/shared/api/review';
import { can } from '@adagia/shared/roles';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { announceComments } from '../announcements.tsx';
import { activate, commentState } from '../comment-state.ts';
import { isTaskOf } from '../filter-threads.ts';
import { useThreadPlaces } from '../thread-places.ts';
import { useCanComment } from '../use-can-comment.ts';
import { useThreadActions } from '../use-threads.ts';

export function useResolve(thread: Thread): { mayResolve: boolean; resolve(): Promise<void> } {
  const { t } = useTranslation('comments');
  const { proposal, me } = useProposal();
  const { setResolved } = useThreadActions();
  const places = useThreadPlaces();
  const canComment = useCanComment();
  const isResolved = thread.resolvedAt !== null;
  // What is said of a suggestion ends with it.
  const isOfSuggestion = thread.target.kind === 'suggestion';
  const own = proposal.members.find(({ userId }) => userId === me.id)?.organisationId ?? null;
  const isMine = canComment && (thread.comments[0]?.authorId === me.id || isTaskOf(thread.task, me.id, own));
  const resolve = async () => {
    if (!(await setResolved(thread.id, !isResolved))) return;
    announceComments(t(isResolved ? 'reopened' : 'resolvedNow'));
    // The card is gone with the button: the keyboard goes on in the text.
    if (!isResolved && !commentState.get().isListOpen) places.leave(places.marked(thread));
  };
  return { mayResolve: !isOfSuggestion && (can(proposal.role, 'comment.resolve') || isMine), resolve };
}

/** Frames until the card has opened and its field is there. */
export function focusReply(card: Element, frames = 10): void {
  const field = card.querySelector<HTMLTextAreaElement>('[data-reply] textarea');
  if (field) field.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusReply(card, frames - 1));
}

export function useCardKeys(thread: Thread, attend: () => void): (event: KeyboardEvent) => void {
  const places = useThreadPlaces();
  const { mayResolve, resolve } = useResolve(thread);
  const onCard = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'enter') attend();
    if (key === 'r') {
      event.preventDefault();
      activate(thread.id);
      places.reveal(thread);
      focusReply(event.currentTarget);
    }
    if (key === 'e' && mayResolve) void resolve();
  };
  return (event) => {
    if (event.target === event.currentTarget) onCard(event);
    const isInMenu = event.target instanceof Element && event.target.closest('[role="menu"], [role="listbox"]');
    if (event.key !== 'Escape' || event.defaultPrevented || isInMenu) return;
    event.stopPropagation();
    places.leave(places.marked(thread));
  };
}
