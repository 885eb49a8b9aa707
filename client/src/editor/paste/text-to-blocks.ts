// Plain text from the clipboard as blocks: one a line. Nothing is interpreted: who pastes plain text wants it as it is.
import type { Block } from '@adagia/shared/text/blocks';
import { cleanLines } from './clean-characters.ts';

export function plainTextToBlocks(text: string): Block[] {
  // Programs end a copied paragraph or cell with a line break that nobody has selected.
  const lines = cleanLines(text).replace(/\n$/, '').split('\n');
  return lines.map((line) => ({ kind: 'paragraph', indent: 0, runs: line ? [{ text: line, format: {} }] : [] }));
}
