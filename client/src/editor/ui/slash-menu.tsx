// The menu behind "/" at the start of a line. The focus never leaves the editor: arrows and Enter are taken from it while the
// menu is open, typing filters, Esc and anything that matches nothing close it.
import type { BlockKind } from '@adagia/shared/text/blocks';
import { Paper } from '@mantine/core';
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $blockOf, $setBlockKind } from '../model/block-commands.ts';
import classes from './slash-menu.module.css';

const kinds: readonly BlockKind[] = ['paragraph', 'h1', 'h2', 'h3', 'bullet', 'number', 'quote'];

/** What stands behind the slash, null when the line does not begin with one or the caret is elsewhere. */
function $readQuery(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || $blockOf(node)?.getFirstChild() !== node) return null;
  const match = /^\/([\p{L}\p{N} ]{0,20})$/u.exec(node.getTextContent().slice(0, selection.anchor.offset));
  return match?.[1] ?? null;
}

function $choose(kind: BlockKind): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const node = selection.anchor.getNode();
  if ($isTextNode(node)) node.spliceText(0, selection.anchor.offset, '', true);
  $setBlockKind(kind);
}

function caretPlace(): { left: number; top: number } | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const box = selection.getRangeAt(0).getBoundingClientRect();
  const width = 230;
  return { left: Math.max(8, Math.min(box.left, innerWidth - width - 8)), top: box.bottom + 6 };
}

/** What has been typed behind the slash while the editor has the focus; null closes the menu. */
function useSlashQuery(editor: LexicalEditor): string | null {
  const [query, setQuery] = useState<string | null>(null);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const root = editor.getRootElement();
        setQuery(root !== null && root === document.activeElement ? editorState.read($readQuery) : null);
      }),
    [editor],
  );
  return query;
}

interface MenuKeys {
  editor: LexicalEditor;
  isOpen: boolean;
  move(by: 1 | -1): void;
  choose(): void;
  close(): void;
}

/** Arrows, Enter and Esc belong to the menu while it is open. */
function useMenuKeys({ editor, isOpen, move, choose, close }: MenuKeys): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const take = (work: () => void) => (event: KeyboardEvent | null) => {
      event?.preventDefault();
      work();
      return true;
    };
    return mergeRegister(
      editor.registerCommand(
        KEY_ARROW_DOWN_COMMAND,
        take(() => move(1)),
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(
        KEY_ARROW_UP_COMMAND,
        take(() => move(-1)),
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(KEY_ESCAPE_COMMAND, take(close), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ENTER_COMMAND, take(choose), COMMAND_PRIORITY_CRITICAL),
    );
  });
}

/** A screen reader follows the chosen item, though the focus stays in the text. */
function useActiveDescendant(editor: LexicalEditor, menuId: string, itemId: string | null): void {
  useEffect(() => {
    const root = editor.getRootElement();
    if (!root || itemId === null) return undefined;
    root.setAttribute('aria-activedescendant', itemId);
    root.setAttribute('aria-controls', menuId);
    return () => {
      root.removeAttribute('aria-activedescendant');
      root.removeAttribute('aria-controls');
    };
  }, [editor, menuId, itemId]);
}

export function SlashMenu({ editor }: { editor: LexicalEditor }) {
  const { t } = useTranslation('editor');
  const id = useId();
  const query = useSlashQuery(editor);
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const items =
    query === null || query === closedFor
      ? []
      : kinds.filter((kind) => t(kind).toLowerCase().includes(query.trim().toLowerCase()));
  const isOpen = items.length > 0;
  const index = Math.min(at, items.length - 1);
  const choose = (kind: BlockKind | undefined) => {
    setAt(0);
    if (kind) editor.update(() => $choose(kind));
  };
  useMenuKeys({
    editor,
    isOpen,
    move: (by) => setAt((index + items.length + by) % items.length),
    choose: () => choose(items[index]),
    close: () => setClosedFor(query),
  });
  useActiveDescendant(editor, id, isOpen ? `${id}-${index}` : null);

  const place = isOpen ? caretPlace() : null;
  if (!place) return null;
  return (
    <Paper
      shadow="md"
      withBorder
      role="listbox"
      id={id}
      aria-label={t('slashMenu')}
      className={classes.menu}
      style={place}
    >
      {items.map((kind, position) => (
        // The keyboard acts on the editor, which keeps the focus; the mouse needs only a press.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={kind}
          id={`${id}-${position}`}
          role="option"
          aria-selected={position === index}
          className={classes.item}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(kind)}
        >
          {t(kind)}
        </div>
      ))}
    </Paper>
  );
}
