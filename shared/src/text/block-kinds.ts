// What a block can be. Apart from blocks.ts so that suggestions, by which blocks are read, can name kinds too.

export const BLOCK_END = '\n';
export const INDENT_MAX = 6;

export const blockKinds = ['paragraph', 'h1', 'h2', 'h3', 'bullet', 'number', 'quote'] as const;
export type BlockKind = (typeof blockKinds)[number];
