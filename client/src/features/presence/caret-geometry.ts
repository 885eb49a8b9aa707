// Where in an editor's layout carets and selections are. Reads only: never changes the selection or the document.
import { createDOMRange, createRectsFromDOMRange } from '@lexical/selection';
import { $getNodeByKey, type LexicalEditor } from 'lexical';
import { $placeOf } from '../../editor/binding/view-selection.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface CaretBoxes {
  caret: Box;
  selection: Box[];
}

/** @returns boxes relative to `origin`, null while the editor shows nothing that could be measured. */
export function measureCaret(
  editor: LexicalEditor,
  { anchor, head }: { anchor: number; head: number },
  origin: DOMRect,
): CaretBoxes | null {
  const at = editor.read(() => $boxAt(editor, head));
  if (!at) return null;
  const relative = ({ x, y, width, height }: Box): Box => ({ x: x - origin.x, y: y - origin.y, width, height });
  const selection = anchor === head ? [] : editor.read(() => $rangeBoxes(editor, anchor, head));
  return { caret: relative(at), selection: selection.map(relative) };
}

function $boxAt(editor: LexicalEditor, offset: number): Box | null {
  const place = $placeOf(offset);
  const node = $getNodeByKey(place.key);
  const element = editor.getElementByKey(place.key);
  if (!node || !element) return null;
  const range = place.type === 'text' ? createDOMRange(editor, node, place.offset, node, place.offset) : null;
  const rect = range?.getBoundingClientRect();
  if (rect && rect.height > 0) return rect;
  return boxInElement(element, place.offset);
}

/** An empty line has no characters to measure: its line break, or the block itself. */
function boxInElement(element: HTMLElement, index: number): Box {
  const child = element.childNodes[index];
  const rect = (child instanceof HTMLElement ? child : element).getBoundingClientRect();
  const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight);
  return { x: rect.x, y: rect.y, width: 0, height: Math.min(rect.height, lineHeight || rect.height) };
}

function $rangeBoxes(editor: LexicalEditor, anchor: number, head: number): Box[] {
  const from = $placeOf(Math.min(anchor, head));
  const to = $placeOf(Math.max(anchor, head));
  const [fromNode, toNode] = [$getNodeByKey(from.key), $getNodeByKey(to.key)];
  const range = fromNode && toNode ? createDOMRange(editor, fromNode, from.offset, toNode, to.offset) : null;
  return range ? createRectsFromDOMRange(editor, range) : [];
}
