// A Word file as blocks and comments, or what is wrong with it. Runs in a worker (read-word.worker.ts): a file may be anything.
import { isTracked } from '../tracked.ts';
import { BodyReader } from './body-reader.ts';
import { openPackage } from './open-package.ts';
import { readComments } from './read-comments.ts';
import type { ReadWord } from './word-document.ts';
import { childOf } from './xml.ts';

export function readWord(bytes: Uint8Array): ReadWord {
  const opened = openPackage(bytes);
  if (typeof opened === 'string') return { problem: opened };
  const { parts, hasMacros } = opened;
  const body = childOf(parts.get('document'), 'w:body');
  if (!body) return { problem: 'unreadable' };
  try {
    const reader = new BodyReader(opened);
    reader.read(body);
    if (hasMacros) reader.leftOut.add('macros');
    const comments = readComments(parts.get('comments'), parts.get('commentsExtended'));
    const isEmpty = reader.blocks.every(({ runs }) => runs.length === 0);
    if (isEmpty) return { problem: 'empty' };
    const tracked = reader.blocks.some((block) => isTracked(block) || block.runs.some(isTracked));
    return { document: { blocks: reader.blocks, comments, isTracked: tracked, leftOut: [...reader.leftOut] } };
  } catch {
    // Nested deeper than any document: the stack has an end.
    return { problem: 'unreadable' };
  }
}
