// Makes the selected words a link, or takes a link away. Lexical's own command fails on selections over soft breaks and
// existing links (found by the property test of the binding), and links here are flat: an address on some characters.
import { $createLinkNode, $isLinkNode, type LinkNode } from '@lexical/link';
import {
  $createRangeSelection,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type PointType,
} from 'lexical';

/** Takes a node out of its link: what stood before stays in it, what stood behind gets a link of its own. */
function $leaveLink(node: LexicalNode, link: LinkNode): void {
  const behind = node.getNextSiblings();
  link.insertAfter(node);
  if (behind.length > 0) {
    const rest = $createLinkNode(link.getURL()).append(...behind);
    node.insertAfter(rest);
  }
  if (link.isEmpty()) link.remove();
}

/** @param url null takes links away. Call inside `editor.update` with a selection that is not collapsed. */
export function $setLink(url: string | null): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return;
  const isBackward = selection.isBackward();
  const leaves = selection.extract().filter((node) => !$isElementNode(node));
  if (leaves.length === 0) return;
  // Beside soft breaks and references a point counts children, of a link perhaps that goes away.
  $setSelection(null);
  for (const leaf of leaves) {
    const parent = leaf.getParent();
    if ($isLinkNode(parent)) $leaveLink(leaf, parent);
    if (url === null) continue;
    const link = $createLinkNode(url);
    leaf.insertBefore(link);
    link.append(leaf);
  }
  $selectLeaves(leaves, isBackward);
}

function $selectLeaves(leaves: readonly LexicalNode[], isBackward: boolean): void {
  const [first, last] = [leaves[0], leaves.at(-1)];
  if (!first || !last) return;
  const selection = $createRangeSelection();
  const [start, end] = isBackward ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
  $setPoint(start, first, 0);
  $setPoint(end, last, 1);
  $setSelection(selection);
}

/** @param side 0 before the node, 1 behind it */
function $setPoint(point: PointType, node: LexicalNode, side: 0 | 1): void {
  if ($isTextNode(node)) point.set(node.getKey(), side * node.getTextContentSize(), 'text');
  else point.set(node.getParentOrThrow().getKey(), node.getIndexWithinParent() + side, 'element');
}

/** Characters; browsers take no longer addresses. What the server admits: server/src/sync/content-rules.ts. */
const ADDRESS_MAX = 2000;
const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;

/** Any other address is shown as plain text, and never stored. */
export function isLinkAddress(address: string): boolean {
  return address.length <= ADDRESS_MAX && ADDRESS.test(address);
}

/** What people type into the link box as an address that a link may have, null when it is none. */
export function parseAddress(text: string): string | null {
  const trimmed = text.trim();
  if (isLinkAddress(trimmed)) return trimmed;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(trimmed)) return `mailto:${trimmed}`;
  return /^[^\s/:]+\.[^\s/:]{2,}(?:[/?#]\S*)?$/.test(trimmed) ? `https://${trimmed}` : null;
}
