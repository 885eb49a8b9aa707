// The menu behind "/" at the start of a line: what a line can be, and what can be put into it.
import { $getSelection, $isRangeSelection } from 'lexical';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../session/observable.ts';
import { $setBlockKind } from '../model/block-commands.ts';
import { CaretMenu } from './caret-menu.tsx';
import { act } from './editor-actions.ts';
import type { EditorHandle, EditorWorkspace } from './editor-workspace.ts';
import { filterSlashItems, isKind, type SlashItem, slashNames, slashQuery } from './slash-items.ts';
import { $lineBeforeCaret, $removeBeforeCaret, useCaretQuery } from './use-caret-query.ts';
import { useEditorWorkspace } from './use-editor-workspace.ts';

export function SlashMenu({ handle }: { handle: EditorHandle }) {
  const { t } = useTranslation('editor');
  const workspace = useEditorWorkspace();
  const { open, dismiss } = useCaretQuery(handle, slashQuery);
  const items = useSlashItems();
  const found = useMemo(() => (open ? filterSlashItems(items, open.query) : []), [items, open]);
  if (!open || found.length === 0) return null;
  const choose = (item: SlashItem) => applySlash(handle, workspace, item);
  return (
    <CaretMenu
      handle={handle}
      anchor={open.anchor}
      label={t('slash.label')}
      items={found}
      onChoose={choose}
      onClose={dismiss}
    />
  );
}

function useSlashItems(): SlashItem[] {
  const { t } = useTranslation('editor');
  const workspace = useEditorWorkspace();
  const hasComments = useObservable(workspace.comment) !== null;
  return useMemo(() => {
    const label = (name: SlashItem['name']) => (isKind(name) ? t(`kinds.${name}`) : t(`slash.${name}`));
    return slashNames
      .filter((name) => hasComments || name !== 'comment')
      .map((name) => ({ name, label: label(name), words: t(`slash.words.${name}`) }));
  }, [t, hasComments]);
}

function applySlash(handle: EditorHandle, workspace: EditorWorkspace, { name }: SlashItem): void {
  const { editor, binding } = handle;
  binding.undo.stopCapturing();
  editor.update(
    () => {
      $removeBeforeCaret($lineBeforeCaret()?.length ?? 0);
      const selection = $getSelection();
      if (isKind(name)) $setBlockKind(name);
      else if (name === 'softBreak' && $isRangeSelection(selection)) selection.insertLineBreak();
    },
    { discrete: true },
  );
  binding.undo.stopCapturing();
  if (name === 'link' || name === 'comment' || name === 'reference') act(handle, workspace, { type: name });
}
