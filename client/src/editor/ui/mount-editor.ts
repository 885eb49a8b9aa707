// Brings an editor to life in an element: nodes, keys, clipboard, undo and the binding to its text. Everything that it starts
// it also stops; React mounts and unmounts it as the page scrolls.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { registerRichText } from '@lexical/rich-text';
import { BLUR_COMMAND, COMMAND_PRIORITY_LOW, FOCUS_COMMAND, type LexicalEditor, mergeRegister } from 'lexical';
import type { ProposalSession } from '../../session/proposal-session.ts';
import { bindEditor } from '../binding/bind-editor.ts';
import { createAnswerEditor } from '../model/editor-config.ts';
import { registerClipboard } from '../paste/register-clipboard.ts';
import { activeEditor } from './active-editor.ts';
import { registerEditorKeys } from './editor-keys.ts';
import { registerMarkdown } from './markdown-shortcuts.ts';
import { registerUndo } from './register-undo.ts';

export interface MountedEditor {
  editor: LexicalEditor;
  dispose(): void;
}

export function mountEditor(session: ProposalSession, key: AnswerKey, element: HTMLElement): MountedEditor {
  const ytext = session.doc.getText(key);
  const editor = createAnswerEditor({ editable: session.canWrite.get() });
  const binding = bindEditor(editor, ytext);
  const active = { key, editor, ytext };
  const stop = mergeRegister(
    registerRichText(editor),
    registerUndo(editor, ytext),
    registerEditorKeys(editor, active),
    registerMarkdown(editor, ytext),
    registerClipboard(editor),
    editor.registerCommand(
      FOCUS_COMMAND,
      () => {
        activeEditor.set(active);
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(BLUR_COMMAND, () => false, COMMAND_PRIORITY_LOW),
    session.canWrite.subscribe(() => editor.setEditable(session.canWrite.get())),
  );
  editor.setRootElement(element);
  return {
    editor,
    dispose() {
      if (activeEditor.get()?.editor === editor) activeEditor.set(null);
      binding.dispose();
      stop();
      editor.setRootElement(null);
    },
  };
}
