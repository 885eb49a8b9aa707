// The order in which threads stand on the page, and with it which of them are there at all. Pure.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { CommentTarget, Thread } from '@adagia/shared/api/review';
import { placeIdOf } from '@adagia/shared/comment-places';

interface PageSection {
  section: { id: string };
  answers: readonly { key: AnswerKey }[];
}

interface Place {
  /** Of the section or answer on the page; -1 when it is not there (its work package was deleted). */
  rank: number;
  /** Of the passage in its answer; -1 for what is about the whole. */
  start: number;
}

export type PageRanks = ReadonlyMap<string, number>;

/** Sections and answers from the top of the page down, and then the objects of the other pages. */
export function pageRanks(sections: readonly PageSection[], objects: readonly string[] = []): PageRanks {
  const ofText = sections.flatMap(({ section, answers }) => [section.id, ...answers.map(({ key }) => key)]);
  const names = [...ofText, ...objects];
  return new Map(names.map((name, rank) => [name, rank]));
}

export const isOnPage = (ranks: PageRanks, target: CommentTarget): boolean => ranks.has(placeIdOf(target));

/**
 * Those about one place stand in the order in which they were opened.
 * @param startOf a passage's beginning, null for what is about the whole or has lost its words
 */
export function inPageOrder(
  threads: readonly Thread[],
  ranks: PageRanks,
  startOf: (thread: Thread) => number | null,
): Thread[] {
  const placed = threads.map((thread, index) => {
    const place: Place = { rank: ranks.get(placeIdOf(thread.target)) ?? -1, start: startOf(thread) ?? -1 };
    return { thread, index, place };
  });
  placed.sort((a, b) => a.place.rank - b.place.rank || a.place.start - b.place.start || a.index - b.index);
  return placed.map(({ thread }) => thread);
}
