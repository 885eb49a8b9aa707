// How the editor of one answer is made: the same for the browser, for paste and for tests without a browser.
import type { Block } from '@adagia/shared/text/blocks';
import { type CreateEditorArgs, createEditor, type LexicalEditor } from 'lexical';
import { registerBlockBehaviour } from './block-behaviour.ts';
import { $createBlockNode, type BlockNode } from './block-node.ts';
import { editorNodes, editorTheme, rethrow } from './editor-nodes.ts';
import { $createPart, toParts, toViewRuns } from './inline-content.ts';
import { registerModelRules } from './model-rules.ts';

/** For `createEditor` and `createHeadlessEditor`; call `registerModel` on what they return. */
export function editorConfig(): CreateEditorArgs & { namespace: string } {
  return { namespace: 'adagia-answer', nodes: editorNodes, theme: editorTheme, onError: rethrow };
}

/** Keeps the tree what an answer may be, and gives blocks their keys. @returns a function that stops it */
export function registerModel(editor: LexicalEditor): () => void {
  const stopRules = registerModelRules(editor);
  const stopBehaviour = registerBlockBehaviour(editor);
  return () => {
    stopRules();
    stopBehaviour();
  };
}

/** An editor for a browser, with `registerModel` done. Bind it, then call `setRootElement`. */
export function createAnswerEditor(args: Partial<CreateEditorArgs> = {}): LexicalEditor {
  const editor = createEditor({ ...editorConfig(), ...args });
  registerModel(editor);
  return editor;
}

/** Blocks as nodes, for pastes and imports: `$insertNodes($createBlockNodes(blocks))`. Comments do not come along. */
export function $createBlockNodes(blocks: readonly Block[]): BlockNode[] {
  return blocks.map((block) =>
    $createBlockNode(block.kind)
      .setIndent(block.indent)
      .append(...toParts(toViewRuns(block.runs)).map($createPart)),
  );
}
