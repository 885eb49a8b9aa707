// "- ", "1. ", "# ", "> " and **bold** become what they mean while one types. The characters are written first and then
// converted in a step of its own: one undo brings them back as typed. What others write, what is undone, pasted or still
// being composed never converts anything.
import type { BlockKind } from '@adagia/shared/text/blocks';
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COLLABORATION_TAG,
  type EditorState,
  type NodeKey,
  PASTE_TAG,
  type TextNode,
  type UpdateListenerPayload,
} from 'lexical';
import { $blockOf } from '../model/block-commands.ts';
import { $pointToOffset } from '../model/block-offsets.ts';
import type { EditorHandle } from './editor-workspace.ts';
import { findInlineMark, type InlineMark, kindOfMark } from './markdown-marks.ts';

interface Typed {
  nodeKey: NodeKey;
  /** Of the text node, before the caret. */
  before: string;
  isBlockStart: boolean;
  blockKind: BlockKind | null;
}

export function registerMarkdownShortcuts({ editor, binding }: EditorHandle): () => void {
  const convert = ($change: () => void) => {
    binding.undo.stopCapturing();
    editor.update($change, { discrete: true });
    binding.undo.stopCapturing();
  };
  const typed = (payload: UpdateListenerPayload) => {
    const { tags, editorState, prevEditorState, dirtyLeaves } = payload;
    if (tags.has(COLLABORATION_TAG) || tags.has(PASTE_TAG) || editor.isComposing() || !editor.isEditable()) return;
    const now = editorState.read($readTyped);
    if (!now || !dirtyLeaves.has(now.nodeKey) || !isOneKey(prevEditorState, now)) return;
    const kind = kindOfMark(now.before);
    if (kind && now.isBlockStart && now.blockKind === 'paragraph') {
      queueMicrotask(() => convert(() => $convertBlock(now, kind)));
      return;
    }
    const mark = findInlineMark(now.before);
    if (mark) queueMicrotask(() => convert(() => $convertInline(now, mark)));
  };
  return editor.registerUpdateListener(typed);
}

function $readTyped(): Typed | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node)) return null;
  const block = $blockOf(node);
  return {
    nodeKey: node.getKey(),
    before: node.getTextContent().slice(0, selection.anchor.offset),
    isBlockStart: block !== null && $pointToOffset(block, selection.anchor) === selection.anchor.offset,
    blockKind: block?.getKind() ?? null,
  };
}

/** Only what was typed, one character at the caret, is meant as a mark. */
function isOneKey(previous: EditorState, { nodeKey, before }: Typed): boolean {
  return previous.read(() => {
    const node = $getNodeByKey(nodeKey);
    const text = $isTextNode(node) ? node.getTextContent() : '';
    return text.startsWith(before.slice(0, -1)) && !text.startsWith(before);
  });
}

function $still({ nodeKey, before }: Typed): TextNode | null {
  const node = $getNodeByKey(nodeKey);
  return $isTextNode(node) && node.getTextContent().startsWith(before) ? node : null;
}

function $convertBlock(typed: Typed, kind: BlockKind): void {
  const node = $still(typed);
  const block = $blockOf(node);
  if (!node || !block) return;
  block.setKind(kind);
  if (node.getTextContentSize() === typed.before.length) {
    node.remove();
    block.selectStart();
  } else {
    node.spliceText(0, typed.before.length, '');
    node.select(0, 0);
  }
}

function $convertInline(typed: Typed, { format, at, size }: InlineMark): void {
  const node = $still(typed);
  if (!node) return;
  const end = typed.before.length;
  node.spliceText(end - size, size, '');
  node.spliceText(at, size, '');
  const [from, until] = [at, end - 2 * size];
  const words = node.splitText(from, until).at(from > 0 ? 1 : 0);
  if (!words || words.hasFormat(format)) return;
  words.toggleFormat(format);
  const selection = words.selectEnd();
  // What is typed next is plain again.
  if (selection.hasFormat(format)) selection.toggleFormat(format);
}
