// Paste brings structure and nothing else; what it left out is said. Mod+Shift+V and plain text come as plain lines.

import type { Block } from '@adagia/shared/text/blocks';
import { textToBlocks } from '@adagia/shared/text/text-to-blocks';
import { $insertDataTransferForPlainText } from '@lexical/clipboard';
import { notifications } from '@mantine/notifications';
import { t } from 'i18next';
import { $getSelection, $isRangeSelection, COMMAND_PRIORITY_HIGH, type LexicalEditor, PASTE_COMMAND } from 'lexical';
import { $createBlockNodes } from '../model/editor-config.ts';
import { type Dropped, htmlToBlocks } from './html-to-blocks.ts';

function $insertBlocks(blocks: readonly Block[]): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const [only] = blocks;
  // One line joins the line that it is pasted into.
  if (blocks.length === 1 && only?.kind === 'paragraph') {
    const [node] = $createBlockNodes(blocks);
    if (node) selection.insertNodes(node.getChildren());
    return;
  }
  selection.insertNodes($createBlockNodes(blocks));
}

function tellDropped({ images, tables, deletions, comments }: Dropped): void {
  const what = [
    images > 0 && t('editor:pasteImages', { count: images }),
    tables > 0 && t('editor:pasteTables', { count: tables }),
    deletions > 0 && t('editor:pasteDeleted'),
    comments > 0 && t('editor:pasteComments'),
  ].filter((part) => part !== false);
  if (what.length === 0) return;
  notifications.show({ message: t('editor:pasteDropped', { what: what.join(', ') }), autoClose: 8000 });
}

export function registerClipboard(editor: LexicalEditor): () => void {
  let wantsPlain = false;
  const listen = (event: KeyboardEvent) => {
    wantsPlain = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyV';
  };
  const stopKeys = editor.registerRootListener((root, previous) => {
    previous?.removeEventListener('keydown', listen);
    root?.addEventListener('keydown', listen);
  });
  const stopPaste = editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      const data = event instanceof ClipboardEvent ? event.clipboardData : null;
      if (!data || !editor.isEditable()) return false;
      event.preventDefault();
      const html = wantsPlain ? '' : data.getData('text/html');
      const selection = $getSelection();
      if (html && $isRangeSelection(selection)) {
        const { blocks, dropped } = htmlToBlocks(html);
        $insertBlocks(blocks);
        tellDropped(dropped);
      } else if ($isRangeSelection(selection)) $insertBlocks(textToBlocks(data.getData('text/plain')));
      else if (selection) $insertDataTransferForPlainText(data, selection);
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
  return () => {
    stopKeys();
    stopPaste();
  };
}
