// The history of one figure from the server, fresh with each hint that something happened.
import { type FigureChange, listFigureHistory } from '@adagia/shared/api/figures';
import { useInfiniteQuery } from '@tanstack/react-query';
import { callApi } from '../../../api/call.ts';
import { useProposal } from '../../../app/proposal-context.ts';

interface FigureHistory {
  changes: readonly FigureChange[];
  isWaiting: boolean;
  /** Only while there is nothing to show. */
  error: unknown;
  /** Asks for older ones; null when there are none. */
  more: (() => void) | null;
  isAsking: boolean;
}

export function useFigureHistory(figure: string): FigureHistory {
  const { proposal } = useProposal();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [proposal.id, 'timeline', 'figure', figure],
    queryFn: ({ pageParam }) =>
      callApi(
        listFigureHistory,
        { proposalId: proposal.id },
        { cell: figure, ...(pageParam && { before: pageParam }) },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return {
    changes: data?.pages.flatMap((page) => page.changes) ?? [],
    isWaiting: !data && !error,
    error: data ? null : error,
    more: hasNextPage ? () => void fetchNextPage() : null,
    isAsking: isFetchingNextPage,
  };
}
