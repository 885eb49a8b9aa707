// The selection of an editor as offsets in the text that it shows, and back. Offsets are how carets travel: over changes of
// others by the identity of their characters, to other people as relative positions (carets.ts).
import {
  $createRangeSelection,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type LexicalNode,
  type PointType,
} from 'lexical';
import { $blockOf } from '../model/block-commands.ts';
import { $isBlockNode } from '../model/block-node.ts';
import { $inlineLength, $offsetToPoint, $pointToOffset, type NodePoint } from '../model/block-offsets.ts';

export interface TextRange {
  anchor: number;
  focus: number;
}

function $blockStart(block: LexicalNode): number {
  let start = 0;
  for (let before = block.getPreviousSibling(); before; before = before.getPreviousSibling()) {
    start += $inlineLength(before) + 1;
  }
  return start;
}

function $offsetOfPoint(point: PointType): number | null {
  const node = $getNodeByKey(point.key);
  if (!node) return null;
  if (node.getKey() !== 'root') {
    const block = $blockOf(node);
    return block && $blockStart(block) + $pointToOffset(block, point);
  }
  const child = $getRoot().getChildAtIndex(point.offset);
  if (child) return $blockStart(child);
  const last = $getRoot().getLastChild();
  return last ? $blockStart(last) + $inlineLength(last) : 0;
}

/** Inside `read` or `update`. */
export function $readSelection(): TextRange | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const anchor = $offsetOfPoint(selection.anchor);
  const focus = $offsetOfPoint(selection.focus);
  return anchor === null || focus === null ? null : { anchor, focus };
}

/** Where in the nodes an offset of the text is; the end when it is beyond it. Inside `read` or `update`. */
export function $placeOf(offset: number): NodePoint {
  let left = Math.max(0, offset);
  const blocks = $getRoot().getChildren().filter($isBlockNode);
  for (const block of blocks) {
    const size = $inlineLength(block);
    if (left <= size) return $offsetToPoint(block, left);
    left -= size + 1;
  }
  const last = blocks.at(-1);
  return last ? $offsetToPoint(last, $inlineLength(last)) : { key: 'root', offset: 0, type: 'element' };
}

/** Inside `editor.update`. Leaves a selection alone that is there already, so that the browser's is not touched. */
export function $selectRange({ anchor, focus }: TextRange): void {
  const now = $readSelection();
  if (now && now.anchor === anchor && now.focus === focus && $isWithinNodes()) return;
  const selection = $createRangeSelection();
  const [from, to] = [$placeOf(anchor), $placeOf(focus)];
  selection.anchor.set(from.key, from.offset, from.type);
  selection.focus.set(to.key, to.offset, to.type);
  $setSelection(selection);
}

/**
 * Changes nodes while nothing is selected: Lexical trips over points in texts that got shorter. Then selects `range`; a
 * selection that is right again is the same object as before, with the format that was chosen for what is typed next.
 */
export function $withoutSelection(range: TextRange | null, $change: () => void): void {
  const selection = $getSelection();
  $setSelection(null);
  $change();
  if (!range || !$isRangeSelection(selection)) return;
  const { format } = selection;
  const [anchor, focus] = [$getNodeByKey(selection.anchor.key), $getNodeByKey(selection.focus.key)];
  if (anchor?.isAttached() && focus?.isAttached()) $setSelection(selection);
  $selectRange(range);
  const now = $getSelection();
  if ($isRangeSelection(now) && now.isCollapsed()) now.format = format;
}

/** A point keeps its offset when the text of its node gets shorter: it may count right and stand nowhere. */
function $isWithinNodes(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  return [selection.anchor, selection.focus].every((point) => {
    const node = point.getNode();
    return point.offset <= ($isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize());
  });
}
