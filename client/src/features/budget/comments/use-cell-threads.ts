// The open threads about cells of the budget, by cell, and the way into those of one: the first thread, or a new one.
import type { Thread } from '@adagia/shared/api/review';
import { useCallback, useMemo } from 'react';
import { changeComments } from '../../comments/comment-state.ts';
import { useCanComment } from '../../comments/use-can-comment.ts';
import { useAllThreads } from '../../comments/use-threads.ts';

export function useCellThreads(): ReadonlyMap<string, Thread[]> {
  const threads = useAllThreads();
  return useMemo(() => {
    const byCell = new Map<string, Thread[]>();
    for (const thread of threads) {
      const { target, resolvedAt } = thread;
      if (target.kind !== 'cell' || resolvedAt !== null) continue;
      byCell.set(target.cell, [...(byCell.get(target.cell) ?? []), thread]);
    }
    return byCell;
  }, [threads]);
}

/** @returns opens what is said about a cell; a new thread where there is none and I may begin one */
export function useOpenCell(threads: ReadonlyMap<string, Thread[]>): (cell: string, name: string) => void {
  const canComment = useCanComment();
  return useCallback(
    (cell, name) => {
      const [first] = threads.get(cell) ?? [];
      if (first) changeComments({ active: first.id, composing: null, takesFocus: true, isListOpen: true });
      else if (canComment) {
        changeComments({ composing: { target: { kind: 'cell', cell, name } }, active: null, isListOpen: true });
      }
    },
    [threads, canComment],
  );
}
