// The inverse of `deltaToBlocks`: what to write into an empty Y.Text so that it holds these blocks. For imports, seeds
// and tests; the editor's binding writes differences instead.
import { BLOCK_END, type Block, type InlineFormat } from './blocks.ts';
import { referenceAttribute } from './references.ts';

export interface TextInsert {
  insert: string;
  attributes?: Record<string, unknown>;
}

function blockAttributes(block: Block): Record<string, unknown> {
  return {
    ...(block.kind === 'paragraph' ? {} : { block: block.kind }),
    ...(block.indent > 0 ? { indent: block.indent } : {}),
    ...block.suggested,
  };
}

function insertOf(text: string, attributes: InlineFormat | Record<string, unknown>): TextInsert {
  return Object.keys(attributes).length > 0 ? { insert: text, attributes: { ...attributes } } : { insert: text };
}

/** @returns `delta` for `ytext.applyDelta` on an empty text, and `last` for `ytext.setAttribute`: the last block's, and references'. */
export function blocksToDelta(blocks: readonly Block[]): { delta: TextInsert[]; last: Record<string, unknown> } {
  const delta: TextInsert[] = [];
  let last: Record<string, unknown> = {};
  const references: [string, string][] = [];
  for (const [index, block] of blocks.entries()) {
    for (const { text, format, ref, suggested } of block.runs) {
      delta.push(insertOf(text, { ...format, ...suggested }));
      if (ref) references.push(referenceAttribute(ref));
    }
    if (index < blocks.length - 1) delta.push(insertOf(BLOCK_END, blockAttributes(block)));
    else last = blockAttributes(block);
  }
  return { delta, last: { ...last, ...Object.fromEntries(references) } };
}
