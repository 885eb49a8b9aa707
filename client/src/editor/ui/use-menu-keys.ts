// The keys of a menu that stands open at the caret while the text keeps the focus: the editor says by aria-activedescendant which
// choice is meant, arrows move it, Enter or Tab takes it, Esc closes.
import { COMMAND_PRIORITY_HIGH, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface MenuItem {
  /** Unique among the items, without spaces. */
  name: string;
  label: string;
  /** What it shows at present, or what it belongs to: the second line. */
  detail?: string;
}

export interface MenuKeysArgs<Item extends MenuItem> {
  editor: LexicalEditor;
  items: readonly Item[];
  menuId: string;
  onChoose(item: Item): void;
  onClose(): void;
}

interface MenuKeys<Item extends MenuItem> {
  /** Index of the choice that Enter takes. */
  at: number;
  choose(item: Item): void;
  point(index: number): void;
}

export function useMenuKeys<Item extends MenuItem>(args: MenuKeysArgs<Item>): MenuKeys<Item> {
  const { editor, items, menuId, onChoose, onClose } = args;
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, items.length - 1);
  const choose = (item: Item) => {
    onClose();
    onChoose(item);
  };
  const latest = useRef({ items, at, choose });
  // oxlint-disable-next-line react/refs -- read by key handlers only, after this render
  latest.current = { items, at, choose };
  useEffect(() => {
    const pressed = (event: KeyboardEvent): boolean => {
      const { items, at, choose } = latest.current;
      const item = items[at];
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
      if (event.key === 'ArrowDown') setWanted((at + 1) % items.length);
      else if (event.key === 'ArrowUp') setWanted((at - 1 + items.length) % items.length);
      else if (event.key === 'Escape') onClose();
      // Within the command's own update the sign could not be taken away as a step of its own.
      else if ((event.key === 'Enter' || event.key === 'Tab') && item) queueMicrotask(() => choose(item));
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    };
    return editor.registerCommand(KEY_DOWN_COMMAND, pressed, COMMAND_PRIORITY_HIGH);
  }, [editor, onClose]);
  useActiveDescendant(editor, menuId, items[at]);
  return { at, choose, point: setWanted };
}

function useActiveDescendant(editor: LexicalEditor, menuId: string, item: MenuItem | undefined): void {
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
