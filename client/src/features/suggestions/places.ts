// From a suggestion to its words on the page and back, where comments find theirs.
import { type AnswerKey, answerKeySchema } from '@adagia/shared/answer-key';
import { domPointAt, offsetOfDomPoint } from '../../editor/ui/dom-places.ts';
import { selectedWords } from '../comments/anchors/selected-words.ts';
import type { Marked } from '../comments/anchors/target-geometry.ts';
import type { PendingSuggestion, SuggestionIndex } from './suggestion-index.ts';

export function markedSuggestion(index: SuggestionIndex, suggestion: PendingSuggestion): Marked {
  const { key, name } = suggestion;
  const { at, end } = index.find(suggestion) ?? suggestion;
  return { id: name, target: { kind: 'question', key }, passage: { start: at, end } };
}

interface Stretch {
  key: AnswerKey;
  from: number;
  until: number;
}

const touches = ({ at, length }: { at: number; length: number }, { from, until }: Stretch): boolean =>
  at < until && at + length > from;

export function suggestionsIn(index: SuggestionIndex, stretch: Stretch): PendingSuggestion[] {
  return index.in(stretch.key).filter(({ pieces }) => pieces.some((piece) => touches(piece, stretch)));
}

/** @returns null when nothing is selected */
export function selectedStretch(): Stretch | null {
  const words = selectedWords();
  if (!words) return null;
  const { anchor, focus } = words.range;
  return { key: words.answerKey, from: Math.min(anchor, focus), until: Math.max(anchor, focus) };
}

/** What was clicked in a text; where suggestions overlap, the shortest. null: none; undefined: not in a text. */
export function suggestionAt(index: SuggestionIndex, event: MouseEvent): PendingSuggestion | null | undefined {
  const root = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-answer-text]') : null;
  const key = answerKeySchema.safeParse(root?.dataset.answerText);
  if (!root || !key.success) return undefined;
  const point = domPointAt(event.clientX, event.clientY);
  const offset = point && offsetOfDomPoint(root, point);
  if (offset === null) return null;
  // The caret stands before or behind the character that was clicked.
  const hits = suggestionsIn(index, { key: key.data, from: offset - 1, until: offset + 1 });
  return hits.toSorted((a, b) => a.end - a.at - (b.end - b.at))[0] ?? null;
}
