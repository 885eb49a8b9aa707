// Where cards in the margin stand so that none covers another: each level with its text where there is room, in the order of
// the text always. Pure: knows neither the page nor what is on the cards.

export interface WantedCard {
  id: string;
  /** Pixels from the top of the margin: level with what the card is about. */
  top: number;
  height: number;
}

interface Room {
  /** Pixels between two cards. */
  gap: number;
  /** The card that gets its exact place: those above give way upwards, those below downwards. */
  activeId: string | null;
  /**
   * Pixels by which the active card may stand lower than its text, so that those above it have room. Where they need more, there are
   * more cards than fit beside the text, and they leave the page at its top: one reads the active card beside its words.
   */
  lowerMax?: number;
}

/** Each card at its place, or directly below the one before it. */
function settleDown(cards: readonly WantedCard[], gap: number, from: number, tops: number[]): void {
  for (const [index, { top }] of cards.entries()) {
    if (index < from) continue;
    const before = cards[index - 1];
    const floor = before ? (tops[index - 1] ?? 0) + before.height + gap : 0;
    tops[index] = Math.max(top, floor);
  }
}

function pushUp(cards: readonly WantedCard[], gap: number, from: number, tops: number[]): void {
  let ceiling = (tops[from] ?? 0) - gap;
  for (let index = from - 1; index >= 0; index -= 1) {
    const top = Math.min(tops[index] ?? 0, ceiling - (cards[index]?.height ?? 0));
    tops[index] = top;
    ceiling = top - gap;
  }
}

/**
 * @param cards in the order of the text; a card that would stand above an earlier one goes below it
 * @returns the top of each card. The active card is exact unless those above it need its room; none is above the page unless
 *   they need more of it than `lowerMax`.
 */
export function placeCards(
  cards: readonly WantedCard[],
  { gap, activeId, lowerMax = Number.POSITIVE_INFINITY }: Room,
): Map<string, number> {
  const tops: number[] = [];
  settleDown(cards, gap, 0, tops);
  const active = cards.findIndex(({ id }) => id === activeId);
  if (active >= 0) {
    tops[active] = Math.max(0, cards[active]?.top ?? 0);
    pushUp(cards, gap, active, tops);
    const missing = -(tops[0] ?? 0);
    if (missing > 0 && missing <= lowerMax) packFromTop(cards, gap, active, tops);
    settleDown(cards, gap, active + 1, tops);
  }
  return new Map(cards.map(({ id }, index) => [id, tops[index] ?? 0]));
}

/** Nothing stands above the page: what was pushed out of it comes back, and pushes in turn. */
function packFromTop(cards: readonly WantedCard[], gap: number, until: number, tops: number[]): void {
  let floor = 0;
  for (const [index, { height }] of cards.entries()) {
    if (index > until) return;
    const top = Math.max(tops[index] ?? 0, floor);
    tops[index] = top;
    floor = top + height + gap;
  }
}
