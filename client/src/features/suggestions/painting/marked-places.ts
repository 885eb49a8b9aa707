// What of a text is painted as suggested, and how: stretches of characters, line ends, and blocks as a whole. Pure.
import { BLOCK_END } from '@adagia/shared/text/block-kinds';
import type { Suggestion, SuggestionPiece } from '@adagia/shared/text/suggestion-list';
import type { SuggestedSet } from '@adagia/shared/text/suggestions';

export type Look = SuggestionPiece['type'];

export interface MarkedWords {
  look: Look;
  start: number;
  end: number;
}

export interface MarkedPlaces {
  words: MarkedWords[];
  /** By the number of the block that ends there: a pending split, or a pending join with the next. */
  ends: Map<number, 'insert' | 'delete'>;
  /** Numbers of the blocks whose kind or indent is pending. */
  blocks: Set<number>;
}

const isOfBlock = (set: SuggestedSet): boolean => 'block' in set || 'indent' in set;

/** @param lineEnds offsets of the line ends of the text, in order */
function markPiece(places: MarkedPlaces, piece: SuggestionPiece, lineEnds: readonly number[]): void {
  let start = piece.at;
  const end = piece.at + piece.length;
  const words = (until: number) => {
    if (start < until) places.words.push({ look: piece.type, start, end: until });
  };
  for (const [block, at] of lineEnds.entries()) {
    if (at < piece.at || at >= end) continue;
    words(at);
    start = at + 1;
    if (piece.type !== 'set') places.ends.set(block, piece.type);
    if (isOfBlock(piece.set)) places.blocks.add(block);
  }
  words(end);
}

/** @param text as in the Y.Text, with its line ends */
export function markedPlaces(text: string, suggestions: readonly Suggestion[]): MarkedPlaces {
  const places: MarkedPlaces = { words: [], ends: new Map(), blocks: new Set() };
  const lineEnds = [...text.matchAll(new RegExp(BLOCK_END, 'g'))].map(({ index }) => index);
  for (const { pieces, last } of suggestions) {
    for (const piece of pieces) markPiece(places, piece, lineEnds);
    if (last && isOfBlock(last)) places.blocks.add(lineEnds.length);
  }
  return places;
}
