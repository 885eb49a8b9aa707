// The open threads of a page by what they are about, handed to all of its rows at once, and the way into those of one object: its
// first thread, or a new one.
import type { CommentTarget, Thread } from '@adagia/shared/api/review';
import { placeIdOf } from '@adagia/shared/comment-places';
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import { changeComments } from '../comment-state.ts';
import { useCanComment } from '../use-can-comment.ts';
import { useAllThreads } from '../use-threads.ts';
import { rememberOrigin } from './use-object-places.ts';

export type PlaceThreads = ReadonlyMap<string, readonly Thread[]>;

const none: readonly Thread[] = [];
const PlaceThreadsContext = createContext<PlaceThreads>(new Map());

export function usePlaceThreads(): PlaceThreads {
  const threads = useAllThreads();
  return useMemo(() => {
    const open = threads.filter(({ resolvedAt }) => resolvedAt === null);
    return Map.groupBy(open, ({ target }) => placeIdOf(target));
  }, [threads]);
}

/** Hundreds of rows ask for their own: counted once. */
export function ProvidePlaceThreads({ children }: { children: ReactNode }) {
  return <PlaceThreadsContext value={usePlaceThreads()}>{children}</PlaceThreadsContext>;
}

export const useThreadsOf = (placeId: string): readonly Thread[] =>
  useContext(PlaceThreadsContext).get(placeId) ?? none;

/** @returns opens what is said about an object; a new thread where there is none and I may begin one */
export function useOpenThreads(): (target: CommentTarget, threads: readonly Thread[]) => void {
  const canComment = useCanComment();
  return useCallback(
    (target, [first]) => {
      if (!first && !canComment) return;
      rememberOrigin();
      if (first) changeComments({ active: first.id, composing: null, takesFocus: true, isListOpen: true });
      else changeComments({ composing: { target }, active: null, isListOpen: true });
    },
    [canComment],
  );
}
