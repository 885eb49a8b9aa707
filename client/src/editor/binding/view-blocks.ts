// What an editor shows, as plain data: its blocks with their node keys. Reads Lexical's nodes inside `read` or `update`.
import { $getRoot, $isElementNode, type LexicalNode, type NodeKey } from 'lexical';
import { $isBlockNode } from '../model/block-node.ts';
import { $readRuns, sameRun } from '../model/inline-content.ts';
import type { BlockContent } from './attributed-text.ts';

export interface ViewBlock extends BlockContent {
  key: NodeKey;
}

export function sameContent(a: BlockContent, b: BlockContent): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || a.indent !== b.indent || a.text !== b.text || a.runs.length !== b.runs.length) return false;
  return a.runs.every((run, index) => {
    const other = b.runs[index];
    return other !== undefined && sameRun(run, other);
  });
}

export function sameBlocks(a: readonly BlockContent[], b: readonly BlockContent[]): boolean {
  return a.length === b.length && a.every((block, index) => sameContent(block, b[index] ?? block));
}

/** Same blocks in the same nodes. */
export function sameView(a: readonly ViewBlock[], b: readonly ViewBlock[]): boolean {
  return a.length === b.length && a.every((block, index) => block === b[index] || isSameBlock(block, b[index]));
}

const isSameBlock = (a: ViewBlock, b: ViewBlock | undefined): boolean =>
  b !== undefined && a.key === b.key && sameContent(a, b);

function $readBlock(node: LexicalNode): ViewBlock {
  const runs = $isElementNode(node) ? $readRuns(node) : [];
  const isBlock = $isBlockNode(node);
  return {
    key: node.getKey(),
    kind: isBlock ? node.getKind() : 'paragraph',
    indent: isBlock ? node.getIndent() : 0,
    runs,
    text: runs.map((run) => run.text).join(''),
  };
}

/** @param known blocks that have not changed since, by key: only the others are read. An empty root shows an empty block. */
export function $readView(known: ReadonlyMap<NodeKey, ViewBlock> = new Map()): ViewBlock[] {
  const view: ViewBlock[] = [];
  for (let node = $getRoot().getFirstChild(); node; node = node.getNextSibling()) {
    view.push(known.get(node.getKey()) ?? $readBlock(node));
  }
  return view.length > 0 ? view : [EMPTY];
}

/** What an editor without any node shows. */
const EMPTY: ViewBlock = { key: '', kind: 'paragraph', indent: 0, runs: [], text: '' };

export const viewLength = (view: readonly ViewBlock[]): number =>
  view.reduce((sum, { text }) => sum + text.length + 1, -1);
