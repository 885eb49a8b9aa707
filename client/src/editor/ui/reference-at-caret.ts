// The live reference beside which the caret is, or with which the selection begins. Inside `read` or `update`.
import { $getAdjacentNode, $getSelection, $isRangeSelection } from 'lexical';
import { $isReferenceNode, type ReferenceNode } from '../model/reference-node.ts';

export function $referenceAtCaret(): ReferenceNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  if (!selection.isCollapsed()) return selection.getNodes().find($isReferenceNode) ?? null;
  // The one that was just written, or stepped over, before the one that comes.
  for (const isBackward of [true, false]) {
    const node = $getAdjacentNode(selection.focus, isBackward);
    if ($isReferenceNode(node)) return node;
  }
  return null;
}
