// The keys of the open slash menu, and what a choice does to the text.
import { $getSelection, $isRangeSelection, COMMAND_PRIORITY_HIGH, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { $setBlockKind } from '../model/block-commands.ts';
import { act } from './editor-actions.ts';
import type { EditorHandle, EditorWorkspace } from './editor-workspace.ts';
import { isKind, type SlashItem } from './slash-items.ts';
import { useEditorWorkspace } from './use-editor-workspace.ts';
import { $lineBeforeCaret } from './use-slash.ts';

interface SlashKeysArgs {
  handle: EditorHandle;
  items: readonly SlashItem[];
  menuId: string;
  onClose(): void;
}

interface SlashKeys {
  /** Index of the choice that Enter takes. */
  at: number;
  choose(item: SlashItem): void;
  point(index: number): void;
}

export function useSlashKeys({ handle, items, menuId, onClose }: SlashKeysArgs): SlashKeys {
  const workspace = useEditorWorkspace();
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, items.length - 1);
  const choose = (item: SlashItem) => {
    onClose();
    applySlash(handle, workspace, item);
  };
  const latest = useRef({ items, at, choose });
  // oxlint-disable-next-line react/refs -- read by key handlers only, after this render
  latest.current = { items, at, choose };
  useEffect(() => {
    const pressed = (event: KeyboardEvent): boolean => {
      const { items, at, choose } = latest.current;
      const item = items[at];
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key === 'ArrowDown') setWanted((at + 1) % items.length);
      else if (event.key === 'ArrowUp') setWanted((at - 1 + items.length) % items.length);
      else if (event.key === 'Escape') onClose();
      // Within the command's own update the "/" could not be taken away as a step of its own.
      else if ((event.key === 'Enter' || event.key === 'Tab') && item) queueMicrotask(() => choose(item));
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    };
    return handle.editor.registerCommand(KEY_DOWN_COMMAND, pressed, COMMAND_PRIORITY_HIGH);
  }, [handle, onClose]);
  useActiveDescendant(handle.editor, menuId, items[at]);
  return { at, choose, point: setWanted };
}

function useActiveDescendant(editor: LexicalEditor, menuId: string, item: SlashItem | undefined): void {
  const optionId = item && `${menuId}:${item.name}`;
  useLayoutEffect(() => {
    const root = editor.getRootElement();
    if (!root || !optionId) return;
    root.setAttribute('aria-controls', menuId);
    root.setAttribute('aria-activedescendant', optionId);
    document.getElementById(optionId)?.scrollIntoView({ block: 'nearest' });
    return () => {
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [editor, menuId, optionId]);
}

function applySlash(handle: EditorHandle, workspace: EditorWorkspace, { name }: SlashItem): void {
  const { editor, binding } = handle;
  binding.undo.stopCapturing();
  editor.update(
    () => {
      $removeQuery();
      const selection = $getSelection();
      if (isKind(name)) $setBlockKind(name);
      else if (name === 'softBreak' && $isRangeSelection(selection)) selection.insertLineBreak();
    },
    { discrete: true },
  );
  binding.undo.stopCapturing();
  if (name === 'link' || name === 'comment') act(handle, workspace, { type: name });
}

function $removeQuery(): void {
  const selection = $getSelection();
  const length = $lineBeforeCaret()?.length ?? 0;
  if (!$isRangeSelection(selection)) return;
  for (let index = 0; index < length; index += 1) selection.modify('extend', true, 'character');
  selection.removeText();
}
