// From Lexical's nodes to blocks: what the view shows, in the terms of the text model.

import { type Block, blockText, type InlineFormat, type Run, SOFT_BREAK } from '@adagia/shared/text/blocks';
import { $isLinkNode } from '@lexical/link';
import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode, type LexicalNode, type NodeKey } from 'lexical';
import { $isBlockNode } from '../model/block-node.ts';

export interface ViewBlock {
  key: NodeKey;
  block: Block;
}

/** Same marks, comments aside: those are not in the view. */
export function sameFormat(a: InlineFormat, b: InlineFormat): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.link === b.link;
}

export function withoutComments({ bold, italic, underline, link }: InlineFormat): InlineFormat {
  return {
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && { underline }),
    ...(link !== undefined && { link }),
  };
}

/** A soft break is a node of its own in the view, that a link can hold but no format. */
export function splitBreaks({ text, format }: Run): Run[] {
  const breakFormat: InlineFormat = format.link === undefined ? {} : { link: format.link };
  return text
    .split(SOFT_BREAK)
    .flatMap((part, index) => [
      ...(index > 0 ? [{ text: SOFT_BREAK, format: breakFormat }] : []),
      ...(part ? [{ text: part, format }] : []),
    ]);
}

/** Runs without comments, neighbours of one format joined: the only form that the view can have. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const { text, format } of runs.flatMap(splitBreaks)) {
    const last = joined.at(-1);
    if (last && sameFormat(last.format, format)) last.text += text;
    else joined.push({ text, format: withoutComments(format) });
  }
  return joined;
}

export const plainBlock = ({ kind, indent, runs }: Block): Block => ({ kind, indent, runs: joinRuns(runs) });

/** Of two blocks without comments. */
export function sameBlock(a: Block, b: Block): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || a.indent !== b.indent || a.runs.length !== b.runs.length) return false;
  return a.runs.every((run, index) => {
    const other = b.runs[index];
    return other !== undefined && run.text === other.text && sameFormat(run.format, other.format);
  });
}

/** What a block may not contain becomes what it means: the view is rendered anew where that changes something. */
const cleaned = (text: string): string => text.replaceAll(/\r\n?|\n/g, SOFT_BREAK).replaceAll('\u0000', '');

function $readInline(node: LexicalNode, link: string | undefined, runs: Run[]): void {
  const base: InlineFormat = link === undefined ? {} : { link };
  if ($isLineBreakNode(node)) runs.push({ text: SOFT_BREAK, format: base });
  else if ($isTextNode(node)) {
    const format: InlineFormat = { ...base };
    if (node.hasFormat('bold')) format.bold = true;
    if (node.hasFormat('italic')) format.italic = true;
    if (node.hasFormat('underline')) format.underline = true;
    runs.push({ text: cleaned(node.getTextContent()), format });
  } else if ($isElementNode(node)) {
    const url = $isLinkNode(node) ? node.getURL() : link;
    for (const child of node.getChildren()) $readInline(child, url, runs);
  }
}

function $readBlock(node: LexicalNode): Block {
  const runs: Run[] = [];
  if ($isElementNode(node)) for (const child of node.getChildren()) $readInline(child, undefined, runs);
  const kind = $isBlockNode(node) ? node.getKind() : 'paragraph';
  const indent = $isBlockNode(node) ? node.getIndent() : 0;
  return { kind, indent, runs: joinRuns(runs.filter((run) => run.text !== '')) };
}

/** @param known blocks that did not change since, by node key; only the others are read. */
export function $readView(known: ReadonlyMap<NodeKey, Block>): ViewBlock[] {
  return $getRoot()
    .getChildren()
    .map((node) => ({ key: node.getKey(), block: known.get(node.getKey()) ?? $readBlock(node) }));
}

/** The text of all blocks, as the Y.Text has it. */
export const linearText = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n');
