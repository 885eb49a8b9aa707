// What happened among the comments, said to screen readers: one place for all cards, which may go away with what they did.
import { VisuallyHidden } from '@mantine/core';
import { useObservable } from '../../session/observable.ts';
import { observable } from '../../session/observable-value.ts';

const said = observable({ text: '', round: 0 });

export function announceComments(text: string): void {
  said.set({ text, round: said.get().round + 1 });
}

export function CommentAnnouncer() {
  const { text, round } = useObservable(said);
  return (
    <VisuallyHidden role="status" data-comment-announcer>
      {text}
      {/* A sentence that is said twice must change, or it is not said again. */}
      {round % 2 === 1 ? '\u00a0' : ''}
    </VisuallyHidden>
  );
}
