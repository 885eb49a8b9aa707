// The selected passage of an editor as a comment's target: its words with their surroundings, and its two ends as positions
// that stay with their characters until the server has written the anchor.
import { SOFT_BREAK } from '@adagia/shared/text/blocks';
import * as Y from 'yjs';
import type { CommentRequest } from '../../editor/ui/editor-workspace.ts';
import type { NewComment } from './comment-panel-state.ts';

/** Characters kept around the quote, to find it again by eye. */
const CONTEXT = 60;
const QUOTE_MAX = 2000;

function encode(ytext: Y.Text, offset: number, assoc: number): string {
  const bytes = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(ytext, offset, assoc));
  return btoa(String.fromCodePoint(...bytes));
}

/** A selection of nothing is about the whole question. */
export function newCommentAt(ytext: Y.Text, { answerKey: key, range }: Omit<CommentRequest, 'quote'>): NewComment {
  const text = ytext.toJSON().replaceAll(SOFT_BREAK, '\n');
  const start = range ? Math.min(range.anchor, range.focus) : 0;
  const end = range ? Math.min(Math.max(range.anchor, range.focus), text.length) : 0;
  const quote = text.slice(start, Math.min(end, start + QUOTE_MAX));
  if (!quote.trim()) return { target: { kind: 'question', key } };
  return {
    target: {
      kind: 'passage',
      key,
      quote,
      before: text.slice(Math.max(0, start - CONTEXT), start),
      after: text.slice(end, end + CONTEXT),
    },
    anchor: { start: encode(ytext, start, 0), end: encode(ytext, end, -1) },
  };
}

export interface AnchorRange {
  threadId: string;
  start: number;
  end: number;
}

/** Where comments hang in a text, in order; one thread may have several parts. */
export function anchorsIn(ytext: Y.Text): AnchorRange[] {
  const ranges: AnchorRange[] = [];
  const open = new Map<string, AnchorRange>();
  let at = 0;
  for (const { insert, attributes = {} } of ytext.toDelta() as { insert: unknown; attributes?: object }[]) {
    const length = typeof insert === 'string' ? insert.length : 1;
    const here = new Set(Object.keys(attributes).filter((name) => name.startsWith('comment:')));
    for (const name of open.keys()) if (!here.has(name)) open.delete(name);
    for (const name of here) {
      const running = open.get(name);
      if (running) running.end = at + length;
      else {
        const range = { threadId: name.slice('comment:'.length), start: at, end: at + length };
        open.set(name, range);
        ranges.push(range);
      }
    }
    at += length;
  }
  return ranges;
}
