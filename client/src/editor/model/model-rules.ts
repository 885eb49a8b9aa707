// Keeps a Lexical tree within what an answer's text can hold, whatever a paste, a plugin or the browser puts into it:
// the root holds blocks only; a block holds text (bold, italic, underline), soft breaks and links to allowed addresses.
import { $isLinkNode, LinkNode } from '@lexical/link';
import {
  $createTextNode,
  $isElementNode,
  type ElementNode,
  type LexicalEditor,
  mergeRegister,
  RootNode,
  TabNode,
  TextNode,
} from 'lexical';
import { $createBlockNode, $isBlockNode, BlockNode } from './block-node.ts';
import { $createPart, cleanUnits, FORMAT_MASK, toParts } from './inline-content.ts';
import { isLinkAddress } from './set-link.ts';

/** @returns a function that stops it */
export function registerModelRules(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(RootNode, $onlyBlocks),
    editor.registerNodeTransform(BlockNode, $plainBlock),
    editor.registerNodeTransform(TextNode, $plainText),
    editor.registerNodeTransform(TabNode, (tab) => {
      tab.replace($createTextNode('\t').setFormat(tab.getFormat() & FORMAT_MASK));
    }),
    editor.registerNodeTransform(LinkNode, $plainLink),
  );
}

function $onlyBlocks(root: RootNode): void {
  if (root.isEmpty()) root.append($createBlockNode());
  let home: BlockNode | null = null;
  for (const child of root.getChildren()) {
    if ($isBlockNode(child)) home = null;
    else if ($isElementNode(child) && !child.isInline()) {
      child.replace($createBlockNode(), true);
      home = null;
    } else {
      home ??= child.insertBefore($createBlockNode()) && (child.getPreviousSibling() as BlockNode);
      home.append(child);
    }
  }
}

/** Blocks inside a block come out behind it; alignment and direction are not kept. */
function $plainBlock(block: BlockNode): void {
  if (block.getFormat() !== 0) block.setFormat('');
  if (block.getDirection() !== null) block.setDirection(null);
  if (block.getStyle() !== '') block.setStyle('');
  const first = block.getChildren().findIndex((child) => $isElementNode(child) && !child.isInline());
  if (first < 0) return;
  let behind: ElementNode = block;
  let home: BlockNode | null = null;
  for (const child of block.getChildren().slice(first)) {
    if ($isElementNode(child) && !child.isInline()) {
      behind.insertAfter(child);
      behind = child;
      home = null;
    } else {
      if (!home) behind.insertAfter((home = $createBlockNode(block.getKind()).setIndent(block.getIndent())));
      home.append(child);
      behind = home;
    }
  }
  if (block.isEmpty()) block.remove();
}

function $plainText(node: TextNode): void {
  const format = node.getFormat();
  if (format & ~FORMAT_MASK) node.setFormat(format & FORMAT_MASK);
  if (node.getStyle() !== '') node.setStyle('');
  if (node.getMode() !== 'normal') node.setMode('normal');
  const text = node.getTextContent();
  const clean = cleanUnits(text);
  if (clean !== text) node.setTextContent(clean);
  if (!clean.includes('\u2028')) return;
  const parts = toParts([{ text: clean, format: format & FORMAT_MASK, link: null }]).map($createPart);
  for (const part of parts) node.insertBefore(part, false);
  node.remove();
  parts.at(-1)?.selectEnd();
}

function $plainLink(link: LinkNode): void {
  const isNested = $isLinkNode(link.getParent());
  if (isLinkAddress(link.getURL()) && !isNested) {
    if (link.getTarget() !== null) link.setTarget(null);
    if (link.getTitle() !== null) link.setTitle(null);
    if (link.isEmpty()) link.remove();
    return;
  }
  for (const child of link.getChildren()) link.insertBefore(child);
  link.remove();
}
