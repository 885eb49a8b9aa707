// One person's side in a test: a document, a headless editor with the real binding, undo, and a queue of what to send.
import { createHeadlessEditor } from '@lexical/headless';
import type { LexicalEditor } from 'lexical';
import * as Y from 'yjs';
import { editorConfig, registerModel } from '../../model/editor-config.ts';
import { type Binding, bindEditor } from '../bind-editor.ts';
import { undoManagerOf } from '../undo.ts';

export interface Replica {
  doc: Y.Doc;
  ytext: Y.Text;
  editor: LexicalEditor;
  binding: Binding;
  undo: Y.UndoManager;
  /** Updates made here, in order. */
  made: Uint8Array[];
}

export function createReplica(clientId: number, onMade?: (update: Uint8Array) => void): Replica {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const ytext = doc.getText('answer:test');
  const editor = createHeadlessEditor(editorConfig());
  registerModel(editor);
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'remote') return;
    made.push(update);
    onMade?.(update);
  });
  const undo = undoManagerOf(ytext);
  return { doc, ytext, editor, binding: bindEditor(editor, ytext), undo, made };
}

export function receive(replica: Replica, update: Uint8Array): void {
  Y.applyUpdate(replica.doc, update, 'remote');
}
