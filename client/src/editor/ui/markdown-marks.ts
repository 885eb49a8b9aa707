// Which typed characters mean a kind of block or a format. Pure.
import type { BlockKind } from '@adagia/shared/text/blocks';

const blockMarks: Readonly<Record<string, BlockKind>> = {
  '- ': 'bullet',
  '* ': 'bullet',
  '+ ': 'bullet',
  '1. ': 'number',
  '1) ': 'number',
  '# ': 'h1',
  '## ': 'h2',
  '### ': 'h3',
  '> ': 'quote',
};

/** @param text from the start of the block to the caret */
export function kindOfMark(text: string): BlockKind | null {
  return blockMarks[text.replace('\u00a0', ' ')] ?? null;
}

export interface InlineMark {
  format: 'bold' | 'italic';
  /** Offset of the opening marker. */
  at: number;
  /** Characters of either marker. */
  size: number;
}

const marks: readonly { end: string; format: InlineMark['format']; pattern: RegExp }[] = [
  { end: '**', format: 'bold', pattern: /(?<![*\w])\*\*(?![\s*])([^*]*[^\s*])\*\*$/u },
  { end: '__', format: 'bold', pattern: /(?<![_\w])__(?![\s_])([^_]*[^\s_])__$/u },
  { end: '*', format: 'italic', pattern: /(?<![*\w])\*(?![\s*])([^*]*[^\s*])\*$/u },
  { end: '_', format: 'italic', pattern: /(?<![_\w])_(?![\s_])([^_]*[^\s_])_$/u },
];

/** @param text up to the caret, the last character just typed */
export function findInlineMark(text: string): InlineMark | null {
  for (const { end, format, pattern } of marks) {
    const match = text.endsWith(end) ? pattern.exec(text) : null;
    if (match) return { format, at: match.index, size: end.length };
  }
  return null;
}
