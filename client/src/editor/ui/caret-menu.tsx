/* oxlint-disable jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/click-events-have-key-events -- the keys
   are taken from the editor, which keeps the focus (aria-activedescendant) */
// A list of choices at the caret, behind "/" or "@". The focus never leaves the text (use-menu-keys.ts).
import { VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Anchor } from './caret-anchor.ts';
import classes from './caret-menu.module.css';
import { CaretPopover } from './caret-popover.tsx';
import type { EditorHandle } from './editor-workspace.ts';
import { type MenuItem, useMenuKeys } from './use-menu-keys.ts';

interface CaretMenuProps<Item extends MenuItem> {
  handle: EditorHandle;
  anchor: Anchor;
  label: string;
  items: readonly Item[];
  onChoose(item: Item): void;
  onClose(): void;
}

export function CaretMenu<Item extends MenuItem>({ handle, anchor, label, ...menu }: CaretMenuProps<Item>) {
  const { t } = useTranslation('editor');
  const { items, onChoose, onClose } = menu;
  const id = useId();
  const { at, choose, point } = useMenuKeys({ editor: handle.editor, items, menuId: id, onChoose, onClose });
  return (
    <CaretPopover anchor={anchor} isModal={false} label={label} onClose={onClose}>
      <div className={classes.menu}>
        <ul id={id} role="listbox" aria-label={label} className={classes.list}>
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
              {item.detail && <span className={classes.detail}>{item.detail}</span>}
            </li>
          ))}
        </ul>
        <div className={classes.hint}>{t('slash.hint')}</div>
      </div>
      <VisuallyHidden role="status">{t('slash.count', { count: items.length })}</VisuallyHidden>
    </CaretPopover>
  );
}
