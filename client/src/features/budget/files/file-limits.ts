// What comes out of a chosen file, and how large it may be: for the page and for the worker that reads.
import type { RawSheet } from './sheet.ts';

/** Bytes. A budget of 40 work packages and 30 partners has 40 kB; workbooks with pictures have a few megabytes. */
export const FILE_MAX_BYTES = 10_000_000;

export type FileProblem = 'tooLarge' | 'encrypted' | 'bomb' | 'oldFormat' | 'unreadable' | 'empty' | 'slow';
export type ReadFile = { sheets: RawSheet[] } | { problem: FileProblem };
