// What the link box does to the text.
import { $createLinkNode } from '@lexical/link';
import { $createTextNode, $getSelection, $insertNodes, $isRangeSelection, $isTextNode } from 'lexical';
import { $setLink } from '../model/set-link.ts';
import type { EditorHandle } from './editor-workspace.ts';
import { $selectedLink } from './register-shortcuts.ts';

export function linkAtSelection({ editor }: EditorHandle): string | null {
  return editor.getEditorState().read(() => $selectedLink()?.getURL() ?? null);
}

/** With the caret in a link, all of it is meant. */
export function selectLink({ editor }: EditorHandle): void {
  editor.update(
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || !selection.isCollapsed()) return;
      $selectedLink()?.select(0);
    },
    { discrete: true },
  );
}

/** @param address null takes the link away; without selected words the address itself is written */
export function applyLink({ editor, binding }: EditorHandle, address: string | null): void {
  binding.undo.stopCapturing();
  editor.update(
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      if (!selection.isCollapsed()) $setLink(address);
      else if (address) $insertAddress(address);
    },
    { discrete: true },
  );
  binding.undo.stopCapturing();
}

function $insertAddress(address: string): void {
  const words = $createTextNode(address.replace(/^mailto:/, ''));
  const link = $createLinkNode(address, { rel: 'noopener noreferrer' }).append(words);
  $insertNodes([link]);
  // What is typed next does not belong to the link.
  const next = link.getNextSibling();
  if ($isTextNode(next)) next.select(0, 0);
  else link.selectNext();
}
