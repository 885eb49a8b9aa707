// From blocks to Lexical's nodes, touching only what differs: a block that did not change keeps its nodes, and so its DOM, its
// caret and a running composition; in one that did, equal nodes at both ends stay, and texts between keep their nodes where
// their looks allow it. Call inside `editor.update`.
import { $isLinkNode } from '@lexical/link';
import {
  $getNodeByKey,
  $getRoot,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $createBlockNode, $isBlockNode, type BlockNode } from '../model/block-node.ts';
import { $createPart, type InlinePart, toParts } from '../model/inline-content.ts';
import { $isReferenceNode, sameReference } from '../model/reference-node.ts';
import type { BlockContent } from './attributed-text.ts';
import { sameContent, type ViewBlock } from './view-blocks.ts';

function $matches(node: LexicalNode, part: InlinePart): boolean {
  switch (part.type) {
    case 'break':
      return $isLineBreakNode(node);
    case 'reference':
      return $isReferenceNode(node) && sameReference(node.getReference(), part.ref);
    case 'text':
      return $isTextNode(node) && node.getFormat() === part.format && node.getTextContent() === part.text;
    case 'link':
      return (
        $isLinkNode(node) &&
        node.getURL() === part.url &&
        node.getChildrenSize() === part.parts.length &&
        node.getChildren().every((child, index) => {
          const own = part.parts[index];
          return own !== undefined && $matches(child, own);
        })
      );
  }
}

/** Makes a node this part without replacing it. @returns false where only another node will do */
function $become(node: LexicalNode, part: InlinePart): boolean {
  if (part.type === 'text' && $isTextNode(node)) {
    if (node.getFormat() !== part.format) node.setFormat(part.format);
    if (node.getTextContent() !== part.text) node.setTextContent(part.text);
    return true;
  }
  if (part.type === 'link' && $isLinkNode(node)) {
    if (node.getURL() !== part.url) node.setURL(part.url);
    $fill(node, part.parts);
    return true;
  }
  return (part.type === 'break' || part.type === 'reference') && $matches(node, part);
}

function $fill(element: ElementNode, parts: readonly InlinePart[]): void {
  const children = element.getChildren();
  const shorter = Math.min(children.length, parts.length);
  const isSame = (child: LexicalNode | undefined, part: InlinePart | undefined): boolean =>
    child !== undefined && part !== undefined && $matches(child, part);
  let from = 0;
  while (from < shorter && isSame(children[from], parts[from])) from += 1;
  let tail = 0;
  while (tail < shorter - from && isSame(children.at(-1 - tail), parts.at(-1 - tail))) tail += 1;
  const old = children.slice(from, children.length - tail);
  const wanted = parts.slice(from, parts.length - tail);
  const kept = wanted.findIndex((part, index) => {
    const node = old[index];
    return node === undefined || !$become(node, part);
  });
  const same = kept < 0 ? wanted.length : kept;
  if (same < old.length || same < wanted.length) {
    element.splice(from + same, old.length - same, wanted.slice(same).map($createPart));
  }
}

function $fillBlock(node: BlockNode, block: BlockContent): void {
  if (node.getKind() !== block.kind) node.setKind(block.kind);
  if (node.getIndent() !== block.indent) node.setIndent(block.indent);
  $fill(node, toParts(block.runs));
}

/**
 * @param shown what the view shows now
 * @param matches for each block the index in `shown` of the one that it is, or -1 for a new one; rising
 * @returns the blocks with the keys of their nodes
 */
export function $render(
  shown: readonly ViewBlock[],
  blocks: readonly BlockContent[],
  matches: readonly number[],
): ViewBlock[] {
  const root = $getRoot();
  const keys: NodeKey[] = [];
  let previous: LexicalNode | null = null;
  for (const [index, block] of blocks.entries()) {
    const old = shown[matches[index] ?? -1];
    const found = old ? $getNodeByKey(old.key) : null;
    const node = $isBlockNode(found) ? found : $createBlockNode();
    if (!old || node !== found || !sameContent(old, block)) $fillBlock(node, block);
    if (node !== found) $place(node, previous);
    keys.push(node.getKey());
    previous = node;
  }
  const wanted = new Set(keys);
  for (const node of root.getChildren()) if (!wanted.has(node.getKey())) node.remove();
  return blocks.map((block, index) => ({ ...block, key: keys[index] ?? '' }));
}

function $place(node: BlockNode, previous: LexicalNode | null): void {
  const first = $getRoot().getFirstChild();
  if (previous) previous.insertAfter(node, false);
  else if (first) first.insertBefore(node, false);
  else $getRoot().append(node);
}
