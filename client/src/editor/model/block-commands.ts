// What a toolbar, a shortcut or a slash menu does to the blocks of the selection. Call inside `editor.update`.
import type { BlockKind } from '@adagia/shared/text/blocks';
import { $findMatchingParent, $getSelection, $isRangeSelection, type LexicalNode } from 'lexical';
import { $isBlockNode, type BlockNode } from './block-node.ts';

export function $blockOf(node: LexicalNode | null): BlockNode | null {
  return node && $findMatchingParent(node, $isBlockNode);
}

/** In order of the text; empty without a selection. */
export function $selectedBlocks(): BlockNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const blocks = new Set<BlockNode>();
  for (const node of [selection.anchor.getNode(), ...selection.getNodes(), selection.focus.getNode()]) {
    const block = $blockOf(node);
    if (block) blocks.add(block);
  }
  return [...blocks].sort((a, b) => a.getIndexWithinParent() - b.getIndexWithinParent());
}

/** @returns what the selected blocks are; null when they differ or nothing is selected. */
export function $selectedKind(): BlockKind | null {
  const [kind = null, ...others] = new Set($selectedBlocks().map((block) => block.getKind()));
  return others.length === 0 ? kind : null;
}

export function $setBlockKind(kind: BlockKind): void {
  for (const block of $selectedBlocks()) {
    block.setKind(kind);
    if (kind !== 'bullet' && kind !== 'number') block.setIndent(0);
  }
}

/** A second press takes it away again. */
export function $toggleBlockKind(kind: BlockKind): void {
  const blocks = $selectedBlocks();
  $setBlockKind(blocks.length > 0 && blocks.every((block) => block.getKind() === kind) ? 'paragraph' : kind);
}

/** List items only: Tab leaves the editor everywhere else, so that the keyboard can. @returns whether it was one. */
export function $indentSelection(by: 1 | -1): boolean {
  const items = $selectedBlocks().filter((block) => block.isListItem());
  for (const item of items) item.setIndent(item.getIndent() + by);
  return items.length > 0;
}
