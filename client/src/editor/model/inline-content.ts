// What stands in a block, as plain data and as nodes: runs of one format, soft breaks as one character of their text.
// Reading cleans: whatever a browser or a paste put into a text node comes out as something that a Y.Text may hold.
import { type InlineFormat, type Run, SOFT_BREAK } from '@adagia/shared/text/blocks';
import { type Reference } from '@adagia/shared/text/references';
import { $createLinkNode, $isLinkNode } from '@lexical/link';
import {
  $createLineBreakNode,
  $createTextNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  IS_BOLD,
  IS_ITALIC,
  IS_UNDERLINE,
  type LexicalNode,
} from 'lexical';
import { $createReferenceNode, $isReferenceNode, type ReferenceNode, sameReference } from './reference-node.ts';
import { isLinkAddress } from './set-link.ts';

/** The formats of text that an answer keeps, as Lexical's bits. */
export const FORMAT_MASK = IS_BOLD | IS_ITALIC | IS_UNDERLINE;

/** Text of one look. A soft break and a reference have format 0: nobody sees a bold break, and a reference looks like one. */
export interface ViewRun {
  text: string;
  /** Bits of FORMAT_MASK. */
  format: number;
  link: string | null;
  /** Its text is the one character that it is. */
  ref?: Reference;
}

export const sameRun = (a: ViewRun, b: ViewRun): boolean =>
  a.text === b.text && a.format === b.format && a.link === b.link && sameReference(a.ref, b.ref);

export function formatBits(format: Pick<InlineFormat, 'bold' | 'italic' | 'underline'>): number {
  return (format.bold ? IS_BOLD : 0) | (format.italic ? IS_ITALIC : 0) | (format.underline ? IS_UNDERLINE : 0);
}

/** Unpaired halves of a character, which UTF-8 cannot carry, and U+0000, which databases refuse. */
const BROKEN = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const NUL = '\0';
const BREAKS = /[\n\r\u2029\v\f]/g;

/** Replaces one unit by one unit, so that offsets stay. */
export function cleanUnits(text: string): string {
  return text.replace(BREAKS, SOFT_BREAK).replace(BROKEN, '\uFFFD').replaceAll(NUL, '\uFFFD');
}

/** Merges neighbours of one look, and gives soft breaks none but a link. */
export function joinRuns(runs: Iterable<ViewRun>): ViewRun[] {
  const joined: ViewRun[] = [];
  const push = (text: string, format: number, link: string | null) => {
    const last = joined.at(-1);
    if (last && !last.ref && last.format === format && last.link === link) last.text += text;
    else if (text) joined.push({ text, format, link });
  };
  for (const { text, format, link, ref } of runs) {
    if (ref) joined.push({ text, format: 0, link, ref });
    else if (!format || !text.includes(SOFT_BREAK)) push(text, format, link);
    else for (const part of text.split(/(\u2028)/)) push(part, part === SOFT_BREAK ? 0 : format, link);
  }
  return joined;
}

export function toViewRuns(runs: readonly Run[]): ViewRun[] {
  return joinRuns(
    runs.map(({ text, format, ref }) => ({
      text: cleanUnits(text),
      format: formatBits(format),
      link: format.link && isLinkAddress(format.link) ? format.link : null,
      ...(ref && { ref }),
    })),
  );
}

/** @returns the runs of a block or a link, cleaned. */
export function $readRuns(element: ElementNode): ViewRun[] {
  const raw: ViewRun[] = [];
  $collect(element, null, raw);
  return repairPairs(joinRuns(raw));
}

function $collect(element: ElementNode, link: string | null, into: ViewRun[]): void {
  for (let node: LexicalNode | null = element.getFirstChild(); node; node = node.getNextSibling()) {
    if ($isTextNode(node)) {
      into.push({ text: node.getTextContent(), format: node.getFormat() & FORMAT_MASK, link });
    } else if ($isReferenceNode(node)) $collectReference(node, link, into);
    else if ($isLineBreakNode(node)) into.push({ text: SOFT_BREAK, format: 0, link });
    else if ($isElementNode(node)) {
      const address = $isLinkNode(node) ? node.getURL() : '';
      $collect(node, isLinkAddress(address) ? address : link, into);
    }
  }
}

function $collectReference(node: ReferenceNode, link: string | null, into: ViewRun[]): void {
  const ref = node.getReference();
  into.push({ text: ref.sign, format: 0, link, ref });
}

/** A character of two units that a format cut in half belongs to the first half's run. */
function repairPairs(runs: ViewRun[]): ViewRun[] {
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1];
    if (next && /[\uD800-\uDBFF]$/.test(run.text) && /^[\uDC00-\uDFFF]/.test(next.text)) {
      run.text += next.text.charAt(0);
      next.text = next.text.slice(1);
    }
  }
  for (const run of runs) run.text = cleanUnits(run.text);
  return joinRuns(runs.filter((run) => run.text));
}

/** One node's worth of a block: a text without soft breaks, a soft break, a reference, or a link around some. */
export type InlinePart =
  | { type: 'text'; text: string; format: number }
  | { type: 'break' }
  | { type: 'reference'; ref: Reference }
  | { type: 'link'; url: string; parts: InlinePart[] };

export function toParts(runs: readonly ViewRun[]): InlinePart[] {
  const parts: InlinePart[] = [];
  for (const { text, format, link, ref } of runs) {
    let into = parts;
    if (link !== null) {
      const last = parts.at(-1);
      if (last?.type === 'link' && last.url === link) into = last.parts;
      else parts.push({ type: 'link', url: link, parts: (into = []) });
    }
    if (ref) into.push({ type: 'reference', ref });
    for (const piece of ref ? [] : text.split(/(\u2028)/)) {
      if (piece === SOFT_BREAK) into.push({ type: 'break' });
      else if (piece) into.push({ type: 'text', text: piece, format });
    }
  }
  return parts;
}

export function $createPart(part: InlinePart): LexicalNode {
  if (part.type === 'text') return $createTextNode(part.text).setFormat(part.format);
  if (part.type === 'break') return $createLineBreakNode();
  if (part.type === 'reference') return $createReferenceNode(part.ref);
  return $createLinkNode(part.url, { rel: 'noopener noreferrer' }).append(...part.parts.map($createPart));
}
