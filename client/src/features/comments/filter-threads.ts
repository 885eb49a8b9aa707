// Which threads the list shows. Pure.
import type { Thread } from '@adagia/shared/api/review';

export const commentFilters = ['Open', 'Mine', 'Unread', 'Gone', 'Resolved'] as const;
export type CommentFilter = (typeof commentFilters)[number];

interface FilterInput {
  filter: CommentFilter;
  organisationId: string | null;
  /** Whose comments are "mine". */
  me: string;
  /** Threads whose words are deleted. */
  gone: ReadonlySet<string>;
  /** Stays in the list of unread ones while one reads it. */
  active: string | null;
}

function passes(thread: Thread, { filter, me, gone, active }: FilterInput): boolean {
  const isResolved = thread.resolvedAt !== null;
  switch (filter) {
    case 'Resolved':
      return isResolved;
    case 'Mine':
      return !isResolved && thread.comments.some(({ authorId }) => authorId === me);
    case 'Unread':
      return !isResolved && (thread.isUnread || thread.id === active);
    case 'Gone':
      return !isResolved && gone.has(thread.id);
    case 'Open':
      return !isResolved;
  }
}

export function filterThreads(threads: readonly Thread[], input: FilterInput): Thread[] {
  const { organisationId } = input;
  return threads.filter(
    (thread) =>
      passes(thread, input) &&
      (organisationId === null || thread.comments.some((comment) => comment.organisationId === organisationId)),
  );
}
