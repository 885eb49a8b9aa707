// Where a small window beside the caret or the selection goes: as coordinates of the page, so that it scrolls with the text.

import { domRangeOf } from './dom-places.ts';
import type { EditorHandle } from './editor-workspace.ts';

export interface Anchor {
  left: number;
  top: number;
  height: number;
}

/** @returns null while the editor shows no selection. */
export function anchorOf({ editor, binding }: EditorHandle): Anchor | null {
  const root = editor.getRootElement();
  const range = binding.selection();
  if (!root || !range) return null;
  const [from, until] = [Math.min(range.anchor, range.focus), Math.max(range.anchor, range.focus)];
  const dom = domRangeOf(root, from, until);
  if (!dom) return null;
  const rects = [...dom.getClientRects()];
  const rect = rects.at(-1) ?? lineOf(dom.startContainer);
  return { left: rect.left + scrollX, top: rect.top + scrollY, height: rect.height };
}

/** An empty line has no characters to measure. */
function lineOf(node: Node): DOMRect {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.getBoundingClientRect() ?? new DOMRect();
}
