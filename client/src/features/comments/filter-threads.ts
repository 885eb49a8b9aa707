// Which threads the panel shows. Pure, but for knowing which passages are gone.
import type { Thread } from '@adagia/shared/api/review';
import { useCallback } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { anchorsIn } from './passage.ts';

export const commentFilters = ['Open', 'Mine', 'Unread', 'Gone', 'Resolved'] as const;
export type CommentFilter = (typeof commentFilters)[number];

interface FilterInput {
  filter: CommentFilter;
  organisationId: string | null;
  me: string;
  isGone(thread: Thread): boolean;
}

export function filterThreads(
  threads: readonly Thread[],
  { filter, organisationId, me, isGone }: FilterInput,
): Thread[] {
  return threads
    .filter((thread) => {
      const isResolved = thread.resolvedAt !== null;
      if (filter === 'Resolved') return isResolved;
      if (isResolved) return false;
      if (filter === 'Mine') return thread.comments.some(({ authorId }) => authorId === me);
      if (filter === 'Unread') return thread.isUnread;
      return filter !== 'Gone' || isGone(thread);
    })
    .filter(
      (thread) => !organisationId || thread.comments.some((comment) => comment.organisationId === organisationId),
    );
}

/** True for a passage whose words are all deleted; its card stays, with its quote. */
export function useIsGone(): (thread: Thread) => boolean {
  const { session } = useProposal();
  return useCallback(
    ({ target, id }: Thread) =>
      target.kind === 'passage' && !anchorsIn(session.doc.getText(target.key)).some(({ threadId }) => threadId === id),
    [session],
  );
}
