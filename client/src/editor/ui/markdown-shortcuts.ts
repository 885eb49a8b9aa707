// "- ", "1. ", "# " and "> " at the start of a line become what they mean. The change is a step of its own: one undo brings
// back the characters as typed.
import type { BlockKind } from '@adagia/shared/text/blocks';
import { $getSelection, $isRangeSelection, $isTextNode, type LexicalEditor } from 'lexical';
import type * as Y from 'yjs';
import { answerUndoOf } from '../binding/undo.ts';
import { $blockOf } from '../model/block-commands.ts';

const markers: Readonly<Record<string, BlockKind>> = {
  '- ': 'bullet',
  '* ': 'bullet',
  '1. ': 'number',
  '1) ': 'number',
  '# ': 'h1',
  '## ': 'h2',
  '### ': 'h3',
  '> ': 'quote',
};

/** The kind that the line has just asked for, with the length of its marker. */
function $askedKind(): { kind: BlockKind; length: number } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return null;
  const node = selection.anchor.getNode();
  const block = $blockOf(node);
  if (!$isTextNode(node) || block?.getKind() !== 'paragraph' || block.getFirstChild() !== node) return null;
  const typed = node.getTextContent().slice(0, selection.anchor.offset).replaceAll('\u00a0', ' ');
  const kind = markers[typed];
  return kind ? { kind, length: typed.length } : null;
}

function $become(kind: BlockKind, length: number): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const node = selection.anchor.getNode();
  const block = $blockOf(node);
  if (!block || !$isTextNode(node)) return;
  node.spliceText(0, length, '', true);
  block.setKind(kind);
}

export function registerMarkdown(editor: LexicalEditor, ytext: Y.Text): () => void {
  const typed = (event: Event) => {
    if (!(event instanceof InputEvent) || event.data !== ' ' || event.isComposing) return;
    // After Lexical has taken the character in.
    queueMicrotask(() => {
      const asked = editor.getEditorState().read($askedKind);
      if (!asked) return;
      const undo = answerUndoOf(ytext);
      undo.stopCapturing();
      editor.update(() => $become(asked.kind, asked.length), { discrete: true });
      undo.stopCapturing();
    });
  };
  return editor.registerRootListener((root, previous) => {
    previous?.removeEventListener('input', typed);
    root?.addEventListener('input', typed);
  });
}
