// Replaces in many answers at once, and takes just that back. Looks for the words at the moment in which they are replaced: what somebody
// saw before may have been moved by what colleagues typed since.
import type { SuggestionAuthor } from '../binding/pending-marks.ts';
import { answerUndoOf } from '../binding/undo.ts';
import type { ShownAnswer } from './editor-workspace.ts';
import { replaceInText } from './replace-in-text.ts';
import { isStruck, suggestInText } from './suggest-in-text.ts';
import { type FindQuery, type FoundMatch, matchesIn } from './use-matches.ts';

interface Replacement {
  query: FindQuery;
  /** One line. */
  words: string;
  /** Whose suggestions; null: outright. */
  author: SuggestionAuthor | null;
}

export interface Replaced {
  /** Matches that are different now, or suggested to be. */
  count: number;
  /**
   * Nothing but the replacements: an answer in which this person has written since stays as it is.
   * @returns in how many answers they are still there
   */
  undo(): number;
}

/** @returns whether it is to be listed: live references stay, and so do words that somebody wants to go, for who suggests */
export function isReplaceable(match: FoundMatch, author: SuggestionAuthor | null): boolean {
  return !match.isFixed && !(author && isStruck(match.answer.ytext, match));
}

export function replaceMatches(answers: readonly ShownAnswer[], { query, words, author }: Replacement): Replaced {
  const written = answers.flatMap((answer) => {
    const { ytext } = answer;
    const matches = matchesIn(answer, query).filter((match) => isReplaceable(match, author) && match.words !== words);
    const step = author ? suggestInText(ytext, matches, words, author) : replaceInText(ytext, matches, words);
    return step ? [{ ytext, step, count: matches.length }] : [];
  });
  return {
    count: written.reduce((sum, { count }) => sum + count, 0),
    undo: () => written.filter(({ ytext, step }) => !answerUndoOf(ytext).undoStep(step, author)).length,
  };
}
