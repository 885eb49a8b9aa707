// Cards in the margin that are no comments, for example suggestions: whoever has some sets them here, and need not be there at all. The
// margin places them among the comments and knows nothing else of them.
import { placeIdOf } from '@adagia/shared/comment-places';
import type { ReactNode } from 'react';
import { observable } from '../../../session/observable-value.ts';
import type { Marked } from '../anchors/target-geometry.ts';
import type { PageRanks } from '../page-order.ts';

export interface MarginCard {
  id: string;
  /** What it is about now. */
  marked(): Marked;
  card: ReactNode;
}

export interface MarginGuests {
  cards: readonly MarginCard[];
  /** The one that has the attention. */
  activeId: string | null;
  /** All that there are, also those that are not shown. */
  count: number;
}

export const noGuests: MarginGuests = { cards: [], activeId: null, count: 0 };
export const marginGuests = observable<MarginGuests>(noGuests);

/** @returns where it is in its text; null where it has no card */
export function placeOfGuest(id: string): Marked['passage'] {
  return (
    marginGuests
      .get()
      .cards.find((card) => card.id === id)
      ?.marked().passage ?? null
  );
}

/** @returns in the order of the page; at one place as they were given */
export function cardsInOrder(cards: readonly MarginCard[], ranks: PageRanks): MarginCard[] {
  const placed = cards.map((card) => {
    const { target, passage } = card.marked();
    return { card, rank: ranks.get(placeIdOf(target)) ?? -1, start: passage?.start ?? -1 };
  });
  placed.sort((a, b) => a.rank - b.rank || a.start - b.start);
  return placed.map(({ card }) => card);
}
