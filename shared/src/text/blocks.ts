// How an answer's blocks are kept in one flat Y.Text, read without an editor (counts, exports, search, mails).
//
// - A block ends with '\n'; the attributes of that character say what the block is: `block` (absent: a paragraph) and
//   `indent` (absent: 0). Splitting a block is inserting one '\n', merging is deleting one: no text ever moves.
// - The last block has no '\n': it ends with the text, and its `block` and `indent` are attributes of the Y.Text itself
//   (`ytext.setAttribute`). So an empty answer is an empty Y.Text, nothing has to be seeded when a work package is
//   created, and two people who begin an answer at the same moment do not each add a final line.
// - A soft line break inside a block is U+2028. Inline format and links are attributes of the characters.
// - A comment's anchor is one attribute per thread on the commented characters: `comment:<thread id>`: true.
// - Suggestions are attributes of their own (suggestions.ts); without being asked for, none of them is read.
// - A live reference is one character of its own, which an attribute of the Y.Text says the meaning of (references.ts).

import { BLOCK_END, type BlockKind, blockKinds, INDENT_MAX } from './block-kinds.ts';
import { mayRefer, type Reference, referenceOf, SIGNS } from './references.ts';
import { type Reading, readSuggested } from './suggestion-readings.ts';
import type { SuggestionKey } from './suggestions.ts';

export { BLOCK_END, type BlockKind, blockKinds, INDENT_MAX } from './block-kinds.ts';

export const SOFT_BREAK = '\u2028';

export interface InlineFormat {
  bold?: true;
  italic?: true;
  underline?: true;
  /** An http, https or mailto address. */
  link?: string;
  [comment: `comment:${string}`]: true;
}

/** Suggestions, where somebody has asked for them (marked-blocks.ts). */
export type Marks = Readonly<Record<SuggestionKey, string>>;

/** Characters of one format. Never empty, never contains BLOCK_END. */
export interface Run {
  text: string;
  format: InlineFormat;
  /** A live reference: its text is the one character that it is. */
  ref?: Reference;
  suggested?: Marks;
}

export interface Block {
  kind: BlockKind;
  /** 0 to INDENT_MAX. */
  indent: number;
  runs: Run[];
  /** Of its line end; of the last block: of the text as a whole. */
  suggested?: Marks;
}

/** One operation of `ytext.toDelta()`. */
export interface DeltaOp {
  insert: unknown;
  attributes?: Record<string, unknown>;
}

function kindOf(value: unknown): BlockKind {
  return blockKinds.find((kind) => kind === value) ?? 'paragraph';
}

function indentOf(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(Math.floor(value), INDENT_MAX) : 0;
}

function formatOf(attributes: Record<string, unknown>): InlineFormat {
  const format: InlineFormat = {};
  if (attributes.bold) format.bold = true;
  if (attributes.italic) format.italic = true;
  if (attributes.underline) format.underline = true;
  if (typeof attributes.link === 'string') format.link = attributes.link;
  for (const name of Object.keys(attributes)) {
    if (name.startsWith('comment:') && attributes[name]) format[name as `comment:${string}`] = true;
  }
  return format;
}

function pushRuns(runs: Run[], text: string, format: InlineFormat, ofText: Record<string, unknown>): void {
  if (!mayRefer(text)) {
    runs.push({ text, format });
    return;
  }
  for (const part of text.split(SIGNS)) {
    const ref = SIGNS.test(part) ? referenceOf(part, ofText) : null;
    if (part) runs.push({ text: part, format, ...(ref && { ref }) });
  }
}

/**
 * @param delta what `ytext.toDelta()` returns
 * @param last what `ytext.getAttributes()` returns: the attributes of the last block, and what references stand for
 * @param reading of suggestions: as if none was there, where nothing else is said
 * @returns at least one block; the concatenation of all texts, joined by BLOCK_END, is the text of the Y.Text.
 */
export function deltaToBlocks(
  delta: readonly DeltaOp[],
  last: Record<string, unknown>,
  reading: Reading = 'base',
): Block[] {
  return blocksOf(readSuggested(delta, last, reading));
}

function blocksOf({ delta, last }: { delta: readonly DeltaOp[]; last: Record<string, unknown> }): Block[] {
  const blocks: Block[] = [];
  let runs: Run[] = [];
  const end = (attributes: Record<string, unknown>) => {
    blocks.push({ kind: kindOf(attributes.block), indent: indentOf(attributes.indent), runs });
    runs = [];
  };
  for (const { insert, attributes = {} } of delta) {
    if (typeof insert !== 'string') continue;
    for (const [index, text] of insert.split(BLOCK_END).entries()) {
      if (index > 0) end(attributes);
      if (text) pushRuns(runs, text, formatOf(attributes), last);
    }
  }
  end(last);
  return blocks;
}

/** As in the Y.Text: a reference is the character that it is. */
export function blockText(block: Block): string {
  return block.runs.map((run) => run.text).join('');
}
