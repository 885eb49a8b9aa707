// The selected passage of an editor as a comment's target: its words with their surroundings, and its two ends as positions
// that stay with their characters until the server has written the anchor.
import { SOFT_BREAK } from '@adagia/shared/text/blocks';
import * as Y from 'yjs';
import type { CommentRequest } from '../../../editor/ui/editor-workspace.ts';
import { readableText } from '../../../editor/ui/reference-words.ts';
import type { NewComment, NewPassage } from '../comment-state.ts';

/** Characters kept around the quote, to find it again by eye. */
const CONTEXT = 60;
const QUOTE_MAX = 2000;

function encode(ytext: Y.Text, offset: number, assoc: number): string {
  const bytes = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(ytext, offset, assoc));
  return btoa(String.fromCodePoint(...bytes));
}

type Selected = Omit<CommentRequest, 'quote'>;

/** A selection of nothing is about the whole question. */
export function newCommentAt(ytext: Y.Text, selected: Selected): NewComment {
  return newPassageAt(ytext, selected) ?? { target: { kind: 'question', key: selected.answerKey } };
}

/** @returns null when no words are selected */
export function newPassageAt(ytext: Y.Text, { answerKey: key, range }: Selected): NewPassage | null {
  const text = ytext.toJSON().replaceAll(SOFT_BREAK, '\n');
  const readable = (from: number, until?: number) => readableText(ytext, text.slice(from, until));
  const start = range ? Math.min(range.anchor, range.focus) : 0;
  const end = range ? Math.min(Math.max(range.anchor, range.focus), text.length) : 0;
  const quote = readable(start, Math.min(end, start + QUOTE_MAX)).slice(0, QUOTE_MAX);
  if (!quote.trim()) return null;
  return {
    target: {
      kind: 'passage',
      key,
      quote,
      before: readable(Math.max(0, start - CONTEXT), start).slice(-CONTEXT),
      after: readable(end, end + CONTEXT).slice(0, CONTEXT),
    },
    anchor: { start: encode(ytext, start, 0), end: encode(ytext, end, -1) },
  };
}

function offsetOf(ytext: Y.Text, encoded: string): number | null {
  const bytes = Uint8Array.from(atob(encoded), (character) => character.codePointAt(0) ?? 0);
  const position =
    ytext.doc && Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(bytes), ytext.doc);
  return position?.type === ytext ? position.index : null;
}

/** @returns where the words of a comment that is being written stand now; null when it is not about words that are there. */
export function passageOf(ytext: Y.Text, { anchor }: NewComment): { start: number; end: number } | null {
  const start = anchor && offsetOf(ytext, anchor.start);
  const end = anchor && offsetOf(ytext, anchor.end);
  return typeof start === 'number' && typeof end === 'number' && end > start ? { start, end } : null;
}
