// The selection of an editor as offsets in its text, and back. Offsets are how carets travel: through changes of others as
// they are mapped, to other people as relative positions.
import { blockText } from '@adagia/shared/text/blocks';
import {
  $createRangeSelection,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type PointType,
} from 'lexical';
import { $isBlockNode } from '../model/block-node.ts';
import type { ViewBlock } from './read-view.ts';

export interface TextRange {
  anchor: number;
  focus: number;
}

const sizeOf = (node: LexicalNode): number => ($isLineBreakNode(node) ? 1 : node.getTextContentSize());

/** Characters within the block before this node. */
function $offsetInBlock(node: LexicalNode): number {
  let offset = 0;
  for (const sibling of node.getPreviousSiblings()) offset += $inlineSize(sibling);
  const parent = node.getParent();
  return parent && !$isBlockNode(parent) && $isElementNode(parent) && parent.getKey() !== 'root'
    ? offset + $offsetInBlock(parent)
    : offset;
}

function $inlineSize(node: LexicalNode): number {
  if ($isElementNode(node)) return node.getChildren().reduce((sum, child) => sum + $inlineSize(child), 0);
  return sizeOf(node);
}

function $blockStart(block: LexicalNode): number {
  return block.getPreviousSiblings().reduce((sum, sibling) => sum + $inlineSize(sibling) + 1, 0);
}

function $offsetOfPoint(point: PointType): number | null {
  const node = $getNodeByKey(point.key);
  if (!node) return null;
  if (node.getKey() === 'root') {
    const child = $getRoot().getChildAtIndex(point.offset);
    return child
      ? $blockStart(child)
      : $getRoot()
          .getChildren()
          .reduce((sum, one) => sum + $inlineSize(one) + 1, -1);
  }
  const block = $isBlockNode(node) ? node : node.getParents().find($isBlockNode);
  if (!block) return null;
  const start = $blockStart(block);
  if ($isTextNode(node)) return start + $offsetInBlock(node) + point.offset;
  if (!$isElementNode(node)) return start + $offsetInBlock(node);
  const within = node
    .getChildren()
    .slice(0, point.offset)
    .reduce((sum, child) => sum + $inlineSize(child), 0);
  return start + ($isBlockNode(node) ? 0 : $offsetInBlock(node)) + within;
}

/** Inside `editorState.read` or `editor.update`. */
export function $readSelection(): TextRange | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const anchor = $offsetOfPoint(selection.anchor);
  const focus = $offsetOfPoint(selection.focus);
  return anchor === null || focus === null ? null : { anchor, focus };
}

interface Place {
  key: string;
  offset: number;
  type: 'text' | 'element';
}

function $placeInElement(element: ElementNode, offset: number): Place {
  let left = offset;
  for (const [index, child] of element.getChildren().entries()) {
    const size = $inlineSize(child);
    if ($isTextNode(child) && left <= size) return { key: child.getKey(), offset: left, type: 'text' };
    if ($isElementNode(child) && left <= size) return $placeInElement(child, left);
    if (left <= 0) return { key: element.getKey(), offset: index, type: 'element' };
    left -= size;
  }
  return { key: element.getKey(), offset: element.getChildrenSize(), type: 'element' };
}

/** Where in the nodes an offset of the text is; the end when it is beyond it. */
export function $placeOf(offset: number): Place {
  let left = Math.max(0, offset);
  const blocks = $getRoot().getChildren().filter($isBlockNode);
  for (const block of blocks) {
    const size = $inlineSize(block);
    if (left <= size) return $placeInElement(block, left);
    left -= size + 1;
  }
  const last = blocks.at(-1);
  return last ? $placeInElement(last, $inlineSize(last)) : { key: 'root', offset: 0, type: 'element' };
}

/** Inside `editor.update`. */
export function $selectRange({ anchor, focus }: TextRange): void {
  const selection = $createRangeSelection();
  const [from, to] = [$placeOf(anchor), $placeOf(focus)];
  selection.anchor.set(from.key, from.offset, from.type);
  selection.focus.set(to.key, to.offset, to.type);
  $setSelection(selection);
}

/** Length of what the view shows. */
export function viewLength(view: readonly ViewBlock[]): number {
  return view.reduce((sum, { block }) => sum + blockText(block).length + 1, -1);
}
