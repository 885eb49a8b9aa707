// Replaces words in an answer as suggestions of whoever only suggests: one for each match, with the words as a whole, so that its card says
// what one would say. What is struck already is left alone.
import { pendingIn, type SuggestionKey } from '@adagia/shared/text/suggestions';
import type * as Y from 'yjs';
import { attributesAt, piecesOf, readAttributedText } from '../binding/attributed-text.ts';
import { identityMap } from '../binding/offset-map.ts';
import { type SuggestionAuthor, withPendingFormats } from '../binding/pending-marks.ts';
import { suggestChanges } from '../binding/suggest-changes.ts';
import { SUGGESTION_ORIGIN } from '../binding/suggestion-undo.ts';
import { answerUndoOf } from '../binding/undo.ts';
import type { Match } from './find-matches.ts';

/** @returns whether somebody wants some of it to go: then there is nothing to replace */
export function isStruck(ytext: Y.Text, { at, length }: Match): boolean {
  const pieces = piecesOf(readAttributedText(ytext), at, length);
  return pieces.some(({ attributes }) => pendingIn(attributes).deletes.length > 0);
}

/** Each later than the one before: they are made in one moment, in which names may be alike. */
function oneAfterTheOther(author: SuggestionAuthor): SuggestionAuthor {
  let last: SuggestionKey | null = null;
  return {
    ...author,
    newKey: (around) => (last = author.newKey(last ? [...around, { [last]: '' }] : around)),
  };
}

/**
 * @param matches in the order of the text, not overlapping
 * @param replacement one line
 * One step of undo of this person's suggestions in this answer.
 * @returns the step; null where nothing is suggested
 */
export function suggestInText(
  ytext: Y.Text,
  matches: readonly Match[],
  replacement: string,
  author: SuggestionAuthor,
): object | null {
  const { doc } = ytext;
  if (!doc || matches.length === 0) return null;
  const undo = answerUndoOf(ytext);
  undo.stopCapturing();
  const last = undo.lastStep(author);
  const before = readAttributedText(ytext);
  const writer = oneAfterTheOther(author);
  doc.transact(() => {
    // From the end: offsets before a change hold.
    for (const { at, length } of matches.toReversed()) {
      if (before.text.slice(at, at + length) === replacement) continue;
      const attributes = withPendingFormats(attributesAt(before, at));
      const insertion = replacement ? [{ type: 'insert' as const, at, text: replacement, attributes }] : [];
      const changes = [...insertion, { type: 'delete' as const, at, length }];
      suggestChanges({ ytext, doc, before, map: identityMap() }, { changes, last: null }, writer, null);
    }
  }, SUGGESTION_ORIGIN);
  undo.noteSuggestion(before, readAttributedText(ytext), author);
  undo.stopCapturing();
  const step = undo.lastStep(author);
  return step === last ? null : step;
}
