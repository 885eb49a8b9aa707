// Where the words that a finding quotes stand in an answer now. A quote is of the portal's text: spaces are one, a line of a list has its
// marker, a live figure is left out, and a long sentence is cut.
import { LIVE, QUOTE_END } from '@adagia/shared/consistency/finding';
import type * as Y from 'yjs';
import { readableAnswer } from '../../editor/ui/readable-answer.ts';

const MARKER = /^(?:- |\d+\. )/;

function patternOf(words: string): RegExp {
  const parts = words.split(LIVE).map((part) =>
    part
      .replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
      .trim()
      .replaceAll(/\s+/g, String.raw`\s+`),
  );
  // What a reference says is no longer than that, and on the line.
  return new RegExp(parts.join(String.raw`\s*[^\n]{1,250}?\s*`), 'u');
}

/** @returns null where the words are gone */
export function quotedPassage(ytext: Y.Text, quote: string): { start: number; end: number } | null {
  const words = quote.endsWith(QUOTE_END) ? quote.slice(0, -QUOTE_END.length) : quote;
  const readable = readableAnswer(ytext);
  for (const one of new Set([words, words.replace(MARKER, '')])) {
    const found = one.trim() ? patternOf(one).exec(readable.text) : null;
    if (!found) continue;
    const { at, length } = readable.toText({ at: found.index, length: found[0].length });
    return { start: at, end: at + length };
  }
  return null;
}
