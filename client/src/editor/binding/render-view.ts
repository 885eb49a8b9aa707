// From blocks to Lexical's nodes, touching only what differs: a block that did not change keeps its nodes, and so its DOM, its
// caret and a running composition. Call inside `editor.update`.

import { type Block, type Run, SOFT_BREAK } from '@adagia/shared/text/blocks';
import { $createLinkNode, $isLinkNode } from '@lexical/link';
import {
  $createLineBreakNode,
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $createBlockNode, $isBlockNode, type BlockNode } from '../model/block-node.ts';
import { sameBlock, type ViewBlock } from './read-view.ts';

/** One inline node as it should be. */
type Inline =
  | { type: 'break' }
  | { type: 'text'; text: string; format: number }
  | { type: 'link'; url: string; children: Inline[] };

const BOLD = 1;
const ITALIC = 2;
const UNDERLINE = 8;

function formatBits({ bold, italic, underline }: Run['format']): number {
  return (bold ? BOLD : 0) | (italic ? ITALIC : 0) | (underline ? UNDERLINE : 0);
}

function inlinesOfRun(run: Run): Inline[] {
  const format = formatBits(run.format);
  return run.text
    .split(SOFT_BREAK)
    .flatMap((text, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(text ? [{ type: 'text', text, format } as const] : []),
    ]);
}

function inlinesOf(runs: readonly Run[]): Inline[] {
  const inlines: Inline[] = [];
  for (const run of runs) {
    const url = run.format.link;
    const parts = inlinesOfRun(run);
    const last = inlines.at(-1);
    if (url === undefined) inlines.push(...parts);
    else if (last?.type === 'link' && last.url === url) last.children.push(...parts);
    else inlines.push({ type: 'link', url, children: parts });
  }
  return joinText(inlines);
}

/** A soft break has no format of its own, so that the text around it may be one format on both sides; nothing to join else. */
function joinText(inlines: Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const one of inlines) {
    const last = joined.at(-1);
    if (one.type === 'text' && last?.type === 'text' && last.format === one.format) last.text += one.text;
    else joined.push(one);
  }
  return joined;
}

function $matches(node: LexicalNode, wanted: Inline): boolean {
  switch (wanted.type) {
    case 'break':
      return $isLineBreakNode(node);
    case 'text':
      return $isTextNode(node) && node.getFormat() === wanted.format && node.getTextContent() === wanted.text;
    case 'link': {
      if (!$isLinkNode(node) || node.getURL() !== wanted.url) return false;
      const children = node.getChildren();
      return (
        children.length === wanted.children.length &&
        wanted.children.every((child, index) => {
          const own = children[index];
          return own !== undefined && $matches(own, child);
        })
      );
    }
  }
}

function $create(wanted: Inline): LexicalNode {
  if (wanted.type === 'break') return $createLineBreakNode();
  if (wanted.type === 'text') return $createTextNode(wanted.text).setFormat(wanted.format);
  return $createLinkNode(wanted.url).append(...wanted.children.map($create));
}

function $fillBlock(node: BlockNode, { kind, indent, runs }: Block): void {
  if (node.getKind() !== kind) node.setKind(kind);
  if (node.getIndent() !== indent) node.setIndent(indent);
  const wanted = inlinesOf(runs);
  const children = node.getChildren();
  let from = 0;
  const shorter = Math.min(children.length, wanted.length);
  const matchesAt = (child: number, want: number) => {
    const [own, one] = [children[child], wanted[want]];
    return own !== undefined && one !== undefined && $matches(own, one);
  };
  while (from < shorter && matchesAt(from, from)) from += 1;
  let tail = 0;
  while (tail < shorter - from && matchesAt(children.length - 1 - tail, wanted.length - 1 - tail)) tail += 1;
  const old = children.slice(from, children.length - tail);
  const fresh = wanted.slice(from, wanted.length - tail);
  const [first] = old;
  const [only] = fresh;
  // The usual case, somebody types in the same paragraph: the text node stays, with its key and its place in the DOM.
  if (old.length === 1 && fresh.length === 1 && $isTextNode(first) && only?.type === 'text') {
    if (first.getFormat() !== only.format) first.setFormat(only.format);
    if (first.getTextContent() !== only.text) first.setTextContent(only.text);
    return;
  }
  if (old.length > 0 || fresh.length > 0) node.splice(from, old.length, fresh.map($create));
}

/**
 * @param shown what the view shows now
 * @param blocks what it should show, without comments
 * @param survivors for each new block, the index in `shown` of the block that it is, or -1 for a new one; rising
 */
export function $render(
  shown: readonly ViewBlock[],
  blocks: readonly Block[],
  survivors: readonly number[],
): NodeKey[] {
  const root = $getRoot();
  const kept = new Set(survivors);
  for (const [index, { key }] of shown.entries()) {
    if (!kept.has(index)) $getNodeByKey(key)?.remove();
  }
  const keys: NodeKey[] = [];
  let previous: LexicalNode | null = null;
  for (const [index, block] of blocks.entries()) {
    const old = shown[survivors[index] ?? -1];
    const found = old ? $getNodeByKey(old.key) : null;
    let node: BlockNode;
    if ($isBlockNode(found)) {
      node = found;
      if (!old || !sameBlock(old.block, block)) $fillBlock(node, block);
    } else {
      node = $createBlockNode();
      $fillBlock(node, block);
      if (previous) previous.insertAfter(node);
      else {
        const first = root.getFirstChild();
        if (first) first.insertBefore(node);
        else root.append(node);
      }
    }
    keys.push(node.getKey());
    previous = node;
  }
  return keys;
}
