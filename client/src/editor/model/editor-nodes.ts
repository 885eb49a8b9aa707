// What an answer's editor is made of: the same in the browser and in headless tests.
import { LinkNode } from '@lexical/link';
import { type CreateEditorArgs, LineBreakNode, ParagraphNode, TextNode } from 'lexical';
import { $createBlockNode, BlockNode } from './block-node.ts';
import { ReferenceNode } from './reference-node.ts';

export const editorNodes: NonNullable<CreateEditorArgs['nodes']> = [
  BlockNode,
  TextNode,
  LineBreakNode,
  LinkNode,
  ReferenceNode,
  { replace: ParagraphNode, with: () => $createBlockNode(), withKlass: BlockNode },
];

/** Class names of inline formats; their looks are in editor.module.css. */
export const editorTheme: NonNullable<CreateEditorArgs['theme']> = {
  link: 'adagia-link',
  text: { bold: 'adagia-bold', italic: 'adagia-italic', underline: 'adagia-underline' },
};

export function rethrow(error: Error): void {
  throw error;
}
