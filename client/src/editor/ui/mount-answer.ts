// Brings an answer's editor to life in an element: model, binding, keys, clipboard and what else belongs to it.
import { registerRichText } from '@lexical/rich-text';
import { type LexicalEditor, mergeRegister } from 'lexical';
import type * as Y from 'yjs';
import type { Observable } from '../../session/proposal-session.ts';
import { type BindOptions, bindEditor } from '../binding/bind-editor.ts';
import { createAnswerEditor } from '../model/editor-config.ts';
import { registerClipboard } from '../paste/register-clipboard.ts';
import type { EditorHandle, EditorWorkspace } from './editor-workspace.ts';
import { freshenSelection, registerFreshSelection } from './fresh-selection.ts';
import { registerLinkClicks } from './link-clicks.ts';
import { registerMarkdownShortcuts } from './markdown-shortcuts.ts';
import { notifyPaste } from './notify-paste.ts';
import { registerReferences } from './register-references.ts';
import { registerShortcuts } from './register-shortcuts.ts';

interface MountArgs extends Pick<EditorHandle, 'answerKey' | 'label' | 'canWrite'> {
  ytext: Y.Text;
  suggests: NonNullable<BindOptions['suggests']>;
  workspace: EditorWorkspace;
  root: HTMLElement;
}

export interface MountedAnswer {
  handle: EditorHandle;
  /** Writes what is pending, empties the element and lets go of everything. */
  unmount(): void;
}

export function mountAnswer({ ytext, workspace, root, suggests, ...answer }: MountArgs): MountedAnswer {
  const { canWrite } = answer;
  const editor = createAnswerEditor({ editable: canWrite.get() });
  const beforeSync = () => freshenSelection(editor);
  const binding = bindEditor(editor, ytext, { mayWrite: canWrite.get, suggests, beforeSync });
  const handle: EditorHandle = { ...answer, editor, binding };
  const stop = mergeRegister(
    registerFreshSelection(editor),
    registerRichText(editor),
    registerShortcuts(handle, workspace),
    registerMarkdownShortcuts(handle),
    registerClipboard(editor, binding, notifyPaste),
    followRights(editor, canWrite),
    registerLinkClicks(handle, workspace),
    registerReferences(editor, ytext),
    registerFocus(handle, workspace),
  );
  editor.setRootElement(root);
  return {
    handle,
    unmount() {
      binding.dispose();
      stop();
      editor.setRootElement(null);
      if (workspace.active.get() === handle) workspace.active.set(null);
      if (workspace.linking.get() === handle) workspace.linking.set(null);
    },
  };
}

function followRights(editor: LexicalEditor, canWrite: Observable<boolean>): () => void {
  return canWrite.subscribe(() => editor.setEditable(canWrite.get()));
}

/** The toolbar acts on the editor that had the focus last. */
function registerFocus(handle: EditorHandle, { active }: EditorWorkspace): () => void {
  const focused = () => active.set(handle);
  return handle.editor.registerRootListener((root, before) => {
    before?.removeEventListener('focusin', focused);
    root?.addEventListener('focusin', focused);
  });
}
