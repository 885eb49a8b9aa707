// What Enter, Backspace and indents do to blocks, and the commands behind the toolbar, the slash menu and shortcuts.
// Every one is a small change of the tree: nodes keep their keys, so that the text underneath changes as little.
import type { BlockKind } from '@adagia/shared/text/blocks';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  createCommand,
  DELETE_CHARACTER_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';
import { $blockOf, $indentSelection, $selectedBlocks, $setBlockKind, $toggleBlockKind } from './block-commands.ts';
import { $createBlockNode, type BlockNode } from './block-node.ts';
import { $inlineLength, $pointToOffset } from './block-offsets.ts';

/** Makes the selected blocks this kind. */
export const SET_BLOCK_KIND_COMMAND: LexicalCommand<BlockKind> = createCommand('SET_BLOCK_KIND');
/** Makes them this kind, or paragraphs when all are already. */
export const TOGGLE_BLOCK_KIND_COMMAND: LexicalCommand<BlockKind> = createCommand('TOGGLE_BLOCK_KIND');
/** Moves the selected blocks over the one before (-1) or behind (1). */
export const MOVE_BLOCKS_COMMAND: LexicalCommand<-1 | 1> = createCommand('MOVE_BLOCKS');

/** The one neighbour goes to the other side. @returns false where there is none */
export function $moveBlocks(by: -1 | 1): boolean {
  const blocks = $selectedBlocks();
  const [first, last] = [blocks[0], blocks.at(-1)];
  const neighbour = by < 0 ? first?.getPreviousSibling() : last?.getNextSibling();
  if (!first || !last || !neighbour) return false;
  if (by < 0) last.insertAfter(neighbour, false);
  else first.insertBefore(neighbour, false);
  return true;
}

/** What Enter does: an empty item ends its list, and above a heading there is room for text. */
export function $splitBlock(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  if (!selection.isCollapsed()) selection.removeText();
  const block = $blockOf(selection.anchor.getNode());
  if (block && block.getKind() !== 'paragraph') {
    if ($inlineLength(block) === 0) return $leaveBlock(block);
    if (block.isHeading() && $pointToOffset(block, selection.anchor) === 0) {
      block.insertBefore($createBlockNode(), false);
      return true;
    }
  }
  selection.insertParagraph();
  return true;
}

/** An inner item of a list goes out one step, anything else becomes a paragraph. */
function $leaveBlock(block: BlockNode): true {
  if (block.isListItem() && block.getIndent() > 0) block.setIndent(block.getIndent() - 1);
  else block.setKind('paragraph').setIndent(0);
  return true;
}

/** What Backspace does at the start of a block that is no plain paragraph; false where it deletes as everywhere. */
export function $leaveBlockAtStart(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $blockOf(selection.anchor.getNode());
  if (!block || $pointToOffset(block, selection.anchor) > 0) return false;
  return block.collapseAtStart();
}

/** Above the stock handlers of rich text, below menus. @returns a function that stops it */
export function registerBlockBehaviour(editor: LexicalEditor): () => void {
  const on = <T>(command: LexicalCommand<T>, listener: (payload: T) => boolean) =>
    editor.registerCommand(command, listener, COMMAND_PRIORITY_LOW);
  return mergeRegister(
    on(INSERT_PARAGRAPH_COMMAND, $splitBlock),
    on(DELETE_CHARACTER_COMMAND, (isBackward) => isBackward && $leaveBlockAtStart()),
    on(INDENT_CONTENT_COMMAND, () => $indentSelection(1)),
    on(OUTDENT_CONTENT_COMMAND, () => $indentSelection(-1)),
    on(SET_BLOCK_KIND_COMMAND, (kind) => {
      $setBlockKind(kind);
      return true;
    }),
    on(TOGGLE_BLOCK_KIND_COMMAND, (kind) => {
      $toggleBlockKind(kind);
      return true;
    }),
    on(MOVE_BLOCKS_COMMAND, $moveBlocks),
  );
}
