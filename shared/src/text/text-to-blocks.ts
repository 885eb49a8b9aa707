// Plain text as blocks: one paragraph a line, the form of an answer that somebody typed without any format.
import type { Block } from './blocks.ts';

export function textToBlocks(text: string): Block[] {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
    .split('\n')
    .map((line) => ({ kind: 'paragraph', indent: 0, runs: line ? [{ text: line, format: {} }] : [] }));
}
