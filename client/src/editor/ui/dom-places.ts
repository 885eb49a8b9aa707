// Places of an answer's text in its elements, the same for the static form and for the editor: both have one element for
// each block, text in it, and <br> for soft breaks. Reads only.

import { SIGN_LENGTH } from '@adagia/shared/text/references';
import { REFERENCE_CLASS } from '../model/reference-look.ts';

export interface DomPoint {
  node: Node;
  offset: number;
}

/** Nothing inside of it is a place. */
const isReference = (node: Node): node is HTMLElement =>
  node instanceof HTMLElement && node.classList.contains(REFERENCE_CLASS);

/** The <br> that gives an empty last line its height is no character. */
function isFiller(node: Node, block: Element): boolean {
  return node.parentNode === block && node === block.lastChild;
}

function lengthOf(node: Node, block: Element): number {
  if (node instanceof Text) return node.length;
  if (isReference(node)) return SIGN_LENGTH;
  if (node.nodeName === 'BR') return isFiller(node, block) ? 0 : 1;
  let length = 0;
  for (const child of node.childNodes) length += lengthOf(child, block);
  return length;
}

export const blocksOf = (root: Element): HTMLElement[] =>
  ([...root.children] as HTMLElement[]).filter(({ dataset }) => 'kind' in dataset);

function pointIn(node: Node, left: number, block: Element): DomPoint {
  let start = 0;
  for (const [index, child] of [...node.childNodes].entries()) {
    const length = lengthOf(child, block);
    if (left < start + length || (left === start + length && child instanceof Text)) {
      if (child instanceof Text) return { node: child, offset: left - start };
      return child.nodeName === 'BR' || isReference(child)
        ? { node, offset: index }
        : pointIn(child, left - start, block);
    }
    start += length;
  }
  const last = node.lastChild;
  const isBeforeFiller = last !== null && last.nodeName === 'BR' && isFiller(last, block);
  return { node, offset: node.childNodes.length - (isBeforeFiller ? 1 : 0) };
}

/**
 * Reads the lengths of all blocks once, for many places of one text.
 * @returns where an offset of the text is; the end when it is beyond it, null when nothing is shown.
 */
export function domPlacesOf(root: Element): (offset: number) => DomPoint | null {
  let end = 0;
  const blocks = blocksOf(root).map((block) => {
    const start = end;
    const length = lengthOf(block, block);
    end += length + 1;
    return { block, start, length };
  });
  return (offset) => {
    const at = blocks.findLast(({ start }) => start <= offset) ?? blocks[0];
    return at ? pointIn(at.block, Math.min(Math.max(0, offset - at.start), at.length), at.block) : null;
  };
}

export function domRangeOf(root: Element, from: number, until: number): Range | null {
  const placeOf = domPlacesOf(root);
  const [start, end] = [placeOf(from), placeOf(until)];
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** @returns characters before a point of the page in the text that `root` shows; null when it is outside of it. */
export function offsetOfDomPoint(root: Element, { node, offset }: DomPoint): number | null {
  let before = 0;
  for (const block of blocksOf(root)) {
    if (block.contains(node)) return before + offsetWithin(block, node, offset);
    before += lengthOf(block, block) + 1;
  }
  return null;
}

function offsetWithin(block: Element, inside: Node, at: number): number {
  const chip = (inside instanceof Element ? inside : inside.parentElement)?.closest(`.${REFERENCE_CLASS}`);
  const [node, offset] = chip ? [chip, at > 0 ? 1 : 0] : [inside, at];
  let length = node instanceof Text ? offset : 0;
  if (isReference(node)) length = offset > 0 ? SIGN_LENGTH : 0;
  else if (!(node instanceof Text)) {
    for (const child of [...node.childNodes].slice(0, offset)) length += lengthOf(child, block);
  }
  for (let at = node; at !== block && at.parentNode; at = at.parentNode) {
    for (let sibling = at.previousSibling; sibling; sibling = sibling.previousSibling) {
      length += lengthOf(sibling, block);
    }
  }
  return length;
}

interface PointFinder {
  caretPositionFromPoint?(x: number, y: number): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** @returns the place under the pointer; browsers have one of two functions for it. */
export function domPointAt(x: number, y: number): DomPoint | null {
  const finder: PointFinder = document;
  const position = finder.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = finder.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
