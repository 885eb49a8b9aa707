// What a Word file says, as far as an answer can hold it: blocks, comments, and what had to be left out. Knows no XML.
import type { Block } from '@adagia/shared/text/blocks';
import type { Revision, WordAnswerBlock, WordRun } from '../tracked.ts';

/** Bytes. A full proposal has 100 kB; with photographs and logos it may have some megabytes. */
export const WORD_FILE_MAX_BYTES = 20_000_000;

export type WordProblem = 'tooLarge' | 'encrypted' | 'oldFormat' | 'notWord' | 'bomb' | 'unreadable' | 'empty' | 'slow';

/** What of a file has no place in an answer. */
export type LeftOut = 'pictures' | 'footnotes' | 'tables' | 'macros';

/** What a paragraph is by its style, its list and its indent. */
export interface WordLook extends Pick<Block, 'kind' | 'indent'> {
  /** 1 to 9 of a heading, 0 of everything else. */
  level: number;
}

export interface WordBlock extends Omit<WordAnswerBlock, 'looked'>, WordLook {
  runs: WordRun[];
  looked?: Revision & WordLook;
  /** Names of bookmarks that begin here. */
  marks: string[];
}

export interface WordComment {
  /** Within the file. */
  id: string;
  author: string;
  /** ISO 8601; '' where the file does not say. Word writes the clock on the wall, without its zone. */
  at: string;
  body: string;
  /** Of the comment that this one replies to. */
  parentId: string | null;
  isResolved: boolean;
}

export interface WordDocument {
  /** Characters that a comment is about have the format `comment:<its id in the file>`. */
  blocks: WordBlock[];
  comments: WordComment[];
  /** Something in it is only proposed. */
  isTracked: boolean;
  leftOut: LeftOut[];
}

export type ReadWord = { document: WordDocument } | { problem: WordProblem };
