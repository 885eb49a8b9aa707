// Threads in the order of the page, live: wakes its component only when the order or the threads are others, not with every
// key that somebody types before a passage.
import type { Thread } from '@adagia/shared/api/review';
import { useMemo, useSyncExternalStore } from 'react';
import { useOutline } from '../narrative/use-outline.ts';
import { type AnchorIndex, useAnchorIndex } from './anchors/anchor-index.ts';
import { inPageOrder, isOnPage, type PageRanks, pageRanks } from './page-order.ts';
import { useObjects } from './use-objects.ts';
import { useAllThreads } from './use-threads.ts';

export interface OrderedThreads {
  threads: readonly Thread[];
  /** Those whose words, or whose whole question, are deleted. */
  gone: ReadonlySet<string>;
}

const signatureOf = ({ threads, gone }: OrderedThreads): string =>
  threads.map(({ id }) => (gone.has(id) ? `-${id}` : id)).join(' ');

function isGone(index: AnchorIndex, ranks: PageRanks, thread: Thread): boolean {
  return !isOnPage(ranks, thread.target) || (thread.target.kind === 'passage' && index.of(thread) === null);
}

function watchOrder(index: AnchorIndex, threads: readonly Thread[], ranks: PageRanks): () => OrderedThreads {
  let revision = -1;
  let last: OrderedThreads = { threads: [], gone: new Set() };
  return () => {
    if (revision === index.revision) return last;
    revision = index.revision;
    const next = {
      threads: inPageOrder(threads, ranks, (thread) => index.of(thread)?.start ?? null),
      gone: new Set(threads.filter((thread) => isGone(index, ranks, thread)).map(({ id }) => id)),
    };
    if (signatureOf(next) !== signatureOf(last)) last = next;
    return last;
  };
}

export function usePageRanks(): PageRanks {
  const { sections } = useOutline();
  const objects = useObjects();
  return useMemo(() => pageRanks(sections, objects), [sections, objects]);
}

export function useOrderedThreads(): OrderedThreads {
  const threads = useAllThreads();
  const index = useAnchorIndex();
  const ranks = usePageRanks();
  const read = useMemo(() => watchOrder(index, threads, ranks), [index, threads, ranks]);
  return useSyncExternalStore(index.subscribe, read);
}
