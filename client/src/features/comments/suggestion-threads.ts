// Threads about suggestions: they stand on the card of their suggestion, and are open as long as it waits in the text, whatever the
// server has heard of it. Which ones wait is told by whoever reads the texts for them (features/suggestions), once it is there.
import type { SuggestionTarget, Thread } from '@adagia/shared/api/review';
import { observable } from '../../session/observable-value.ts';

/** Names of those that wait; null: not known on this page. */
export const waitingSuggestions = observable<ReadonlySet<string> | null>(null);

/** One id may stand in two answers. */
export const suggestionName = ({ key, suggestionId }: Pick<SuggestionTarget, 'key' | 'suggestionId'>): string =>
  `${key} ${suggestionId}`;

/** @returns with the others as they are, and all of them where nothing differs from what the server says */
export function asInText(threads: readonly Thread[], waiting: ReadonlySet<string> | null): readonly Thread[] {
  if (!waiting) return threads;
  return threads.map((thread) => {
    const { target, resolvedAt, comments } = thread;
    if (target.kind !== 'suggestion' || waiting.has(suggestionName(target)) === (resolvedAt === null)) return thread;
    return { ...thread, resolvedAt: resolvedAt === null ? (comments.at(-1)?.createdAt ?? '') : null };
  });
}
