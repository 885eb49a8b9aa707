// What goes into a Word file, in order, before anything is known of Word.
import type { WordAnswerBlock } from '../tracked.ts';

export interface WordThread {
  /** As in the format of the characters that it is about. */
  id: string;
  isResolved: boolean;
  /** The first opened the thread. */
  comments: readonly { author: string; atMs: number; body: string }[];
}

export interface WordTable {
  kind: 'table';
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Columns of figures, aligned at their ends; numbers from 0. */
  figures: readonly number[];
  /** Rows that sum up the others; numbers from 0. */
  sums: readonly number[];
}

export type WordPart =
  /** `threads`: ids of those that are about all that stands beneath. */
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; mark: string; threads: readonly string[] }
  | { kind: 'answer'; blocks: readonly WordAnswerBlock[] }
  | WordTable;

export interface WordExport {
  title: string;
  subtitle: string;
  /** BCP 47, of the words that have no language of their own. */
  language: string;
  parts: readonly WordPart[];
  threads: readonly WordThread[];
}
