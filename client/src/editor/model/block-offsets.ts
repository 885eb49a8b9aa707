// Places inside a block as one number: the characters before it, a soft break counting one. The binding, presence and
// block commands speak of these; Lexical's points (text node and offset, or element and child index) end here.
import { SIGN_LENGTH } from '@adagia/shared/text/references';
import {
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
  type PointType,
} from 'lexical';
import { $isReferenceNode } from './reference-node.ts';

/** A place as Lexical wants it: `point.set(key, offset, type)`. */
export interface NodePoint {
  key: NodeKey;
  offset: number;
  type: 'text' | 'element';
}

/** Characters of a node inside a block. */
export function $inlineLength(node: LexicalNode): number {
  if ($isTextNode(node)) return node.getTextContentSize();
  if ($isLineBreakNode(node)) return 1;
  if ($isReferenceNode(node)) return SIGN_LENGTH;
  if (!$isElementNode(node)) return 0;
  let length = 0;
  for (let child = node.getFirstChild(); child; child = child.getNextSibling()) length += $inlineLength(child);
  return length;
}

/** @returns characters of the block before the point; 0 when the point is not inside the block. */
export function $pointToOffset(block: ElementNode, point: Pick<PointType, 'getNode' | 'offset' | 'type'>): number {
  const node = point.getNode();
  let offset = 0;
  if (point.type === 'text') offset = point.offset;
  else if ($isElementNode(node)) {
    for (const child of node.getChildren().slice(0, point.offset)) offset += $inlineLength(child);
  }
  for (let at: LexicalNode | null = node; at && !at.is(block); at = at.getParent()) {
    for (let before = at.getPreviousSibling(); before; before = before.getPreviousSibling()) {
      offset += $inlineLength(before);
    }
    if (!at.getParent()) return 0;
  }
  return offset;
}

/**
 * @param offset characters before the place, at most the block's length
 * @returns in a text where there is one beside the place, preferring the one before it (as typing continues it)
 */
export function $offsetToPoint(block: ElementNode, offset: number): NodePoint {
  return $findText(block, offset) ?? $findGap(block, offset);
}

function $findText(element: ElementNode, offset: number): NodePoint | null {
  let start = 0;
  for (let child = element.getFirstChild(); child; child = child.getNextSibling()) {
    const end = start + $inlineLength(child);
    if (offset <= end && offset >= start) {
      const found = $isTextNode(child)
        ? ({ key: child.getKey(), offset: offset - start, type: 'text' } as const)
        : $isElementNode(child)
          ? $findText(child, offset - start)
          : null;
      if (found) return found;
    }
    if (start > offset) return null;
    start = end;
  }
  return null;
}

/** Beside soft breaks and references, and in an empty block, there is no text to stand in. */
function $findGap(element: ElementNode, offset: number): NodePoint {
  let start = 0;
  let index = 0;
  for (let child = element.getFirstChild(); child; child = child.getNextSibling()) {
    const end = start + $inlineLength(child);
    if (offset <= start) break;
    if (offset < end && $isElementNode(child)) return $findGap(child, offset - start);
    start = end;
    index += 1;
  }
  return { key: element.getKey(), offset: index, type: 'element' };
}
