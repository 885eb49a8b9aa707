// The keys of one editor. Tab indents in lists and leaves the editor everywhere else; in a list Esc and then Tab leaves it,
// so that nobody is caught who has only the keyboard.

import { $isLinkNode, type LinkNode } from '@lexical/link';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_NORMAL,
  KEY_DOWN_COMMAND,
  mergeRegister,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { MOVE_BLOCKS_COMMAND } from '../model/block-behaviour.ts';
import { $indentSelection } from '../model/block-commands.ts';
import { act } from './editor-actions.ts';
import type { EditorHandle, EditorWorkspace } from './editor-workspace.ts';
import { openLink } from './link-clicks.ts';
import { $referenceAtCaret } from './reference-at-caret.ts';
import { actionOf, isShortcut } from './shortcuts.ts';

/** The link in which the caret or the beginning of the selection is. Inside `read` or `update`. */
export function $selectedLink(): LinkNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const points = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
  for (const point of points) {
    const link = $findMatchingParent(point.getNode(), $isLinkNode);
    if (link) return link;
  }
  return null;
}

export function registerShortcuts(handle: EditorHandle, workspace: EditorWorkspace): () => void {
  const { editor, binding } = handle;
  const keys = new EditorKeys(handle, workspace);
  return mergeRegister(
    editor.registerCommand(KEY_DOWN_COMMAND, (event) => keys.pressed(event), COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(
      UNDO_COMMAND,
      () => {
        if (editor.isEditable()) binding.undo.undo();
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      REDO_COMMAND,
      () => {
        if (editor.isEditable()) binding.undo.redo();
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
  );
}

class EditorKeys {
  readonly #handle: EditorHandle;
  readonly #workspace: EditorWorkspace;
  /** After Esc the next Tab leaves the editor, wherever the caret is. */
  #isLeaving = false;

  constructor(handle: EditorHandle, workspace: EditorWorkspace) {
    this.#handle = handle;
    this.#workspace = workspace;
  }

  /** @returns whether the key is used up */
  pressed(event: KeyboardEvent): boolean {
    const isUsed = this.#isKnown(event);
    if (event.key !== 'Tab' && event.key !== 'Shift') this.#isLeaving = event.key === 'Escape';
    if (isUsed) event.preventDefault();
    return isUsed;
  }

  #isKnown(event: KeyboardEvent): boolean {
    if (isShortcut(event, 'comment')) return this.#comment();
    if (isShortcut(event, 'openLink')) return this.#openLink();
    if (isShortcut(event, 'openReference')) return this.#openReference();
    if (!this.#handle.editor.isEditable()) return false;
    if (isShortcut(event, 'indent') || isShortcut(event, 'outdent')) return this.#tab(event.shiftKey ? -1 : 1);
    if (isShortcut(event, 'moveUp')) return this.#move(-1);
    if (isShortcut(event, 'moveDown')) return this.#move(1);
    if (isShortcut(event, 'link')) return this.#link();
    const action = actionOf(event);
    if (action) act(this.#handle, this.#workspace, action);
    return action !== null;
  }

  #tab(by: 1 | -1): boolean {
    if (this.#isLeaving) return false;
    return $indentSelection(by);
  }

  #move(by: 1 | -1): boolean {
    this.#handle.editor.dispatchCommand(MOVE_BLOCKS_COMMAND, by);
    return true;
  }

  /** Without a selection the key is the page's (check 17). */
  #link(): boolean {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || (selection.isCollapsed() && !$selectedLink())) return false;
    act(this.#handle, this.#workspace, { type: 'link' });
    return true;
  }

  #openLink(): boolean {
    const link = $selectedLink();
    if (link) openLink(link.getURL());
    return link !== null;
  }

  #openReference(): boolean {
    const target = $referenceAtCaret()?.getReference().target;
    const open = this.#workspace.openReference.get();
    if (target && open) open(target);
    return target !== undefined;
  }

  #comment(): boolean {
    if (!this.#workspace.comment.get()) return false;
    act(this.#handle, this.#workspace, { type: 'comment' });
    return true;
  }
}
