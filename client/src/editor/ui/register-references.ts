// Keeps the live references of one editor painted with what they say today.
import { type LexicalEditor, mergeRegister } from 'lexical';
import type * as Y from 'yjs';
import { referenceSourceOf } from '../../session/reference-source.ts';
import { paintReferences } from '../model/reference-look.ts';
import { ReferenceNode } from '../model/reference-node.ts';
import { lookOf } from './reference-words.ts';

export function registerReferences(editor: LexicalEditor, { doc }: Y.Text): () => void {
  if (!doc) return () => {};
  const source = referenceSourceOf(doc);
  let hasAny = false;
  const paint = () => {
    const root = editor.getRootElement();
    if (root && hasAny) paintReferences(root, (target, words) => lookOf(source.get(), target, words));
  };
  return mergeRegister(
    // Told after the nodes are in the page and before it is drawn.
    editor.registerMutationListener(ReferenceNode, () => {
      hasAny = true;
      paint();
    }),
    source.subscribe(paint),
    editor.registerRootListener(paint),
  );
}
