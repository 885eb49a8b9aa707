/* oxlint-disable jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/click-events-have-key-events -- the keys
   are taken from the editor, which keeps the focus (aria-activedescendant) */
// The menu behind "/" at the start of a line. The focus never leaves the text: the editor says by aria-activedescendant
// which choice is meant, arrows move it, Enter takes it, Esc leaves the "/" alone.
import { VisuallyHidden } from '@mantine/core';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../session/observable.ts';
import { CaretPopover } from './caret-popover.tsx';
import type { EditorHandle } from './editor-workspace.ts';
import { filterSlashItems, type SlashItem, slashNames } from './slash-items.ts';
import classes from './slash-menu.module.css';
import { useEditorWorkspace } from './use-editor-workspace.ts';
import { type OpenSlash, useSlash } from './use-slash.ts';
import { useSlashKeys } from './use-slash-keys.ts';

export function SlashMenu({ handle }: { handle: EditorHandle }) {
  const { open, dismiss } = useSlash(handle);
  const items = useSlashItems();
  const found = useMemo(() => (open ? filterSlashItems(items, open.query) : []), [items, open]);
  if (!open || found.length === 0) return null;
  return <OpenSlashMenu handle={handle} open={open} items={found} onClose={dismiss} />;
}

function useSlashItems(): SlashItem[] {
  const { t } = useTranslation('editor');
  const workspace = useEditorWorkspace();
  const hasComments = useObservable(workspace.comment) !== null;
  return useMemo(() => {
    const label = (name: SlashItem['name']) =>
      name === 'link' || name === 'softBreak' || name === 'comment' ? t(`slash.${name}`) : t(`kinds.${name}`);
    return slashNames
      .filter((name) => hasComments || name !== 'comment')
      .map((name) => ({ name, label: label(name), words: t(`slash.words.${name}`) }));
  }, [t, hasComments]);
}

interface OpenSlashMenuProps {
  handle: EditorHandle;
  open: OpenSlash;
  items: readonly SlashItem[];
  onClose(): void;
}

function OpenSlashMenu({ handle, open, items, onClose }: OpenSlashMenuProps) {
  const { t } = useTranslation('editor');
  const id = useId();
  const { at, choose, point } = useSlashKeys({ handle, items, menuId: id, onClose });
  return (
    <CaretPopover anchor={open.anchor} isModal={false} label={t('slash.label')} onClose={onClose}>
      <div className={classes.menu}>
        <ul id={id} role="listbox" aria-label={t('slash.label')} className={classes.list}>
          {items.map((item, index) => (
            <li
              key={item.name}
              id={`${id}:${item.name}`}
              role="option"
              aria-selected={index === at}
              className={classes.item}
              // The text keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => point(index)}
              onClick={() => choose(item)}
            >
              {item.label}
            </li>
          ))}
        </ul>
        <div className={classes.hint}>{t('slash.hint')}</div>
      </div>
      <VisuallyHidden role="status">{t('slash.count', { count: items.length })}</VisuallyHidden>
    </CaretPopover>
  );
}
