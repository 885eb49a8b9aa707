// The keys of the editor beyond those that Lexical knows: styles, lists, link, comment, undo. One table, shown as it is in the
// list of shortcuts. Letters are matched by key, digits by code: Shift turns them into signs that differ by keyboard.
import type { BlockKind } from '@adagia/shared/text/blocks';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  REDO_COMMAND,
} from 'lexical';
import { SET_BLOCK_KIND_COMMAND, TOGGLE_BLOCK_KIND_COMMAND } from '../model/block-behaviour.ts';
import { $selectedBlocks } from '../model/block-commands.ts';
import { type ActiveEditor, commentAction, linkBox } from './active-editor.ts';

interface Binding {
  matches(event: KeyboardEvent): boolean;
  run(at: ActiveEditor): boolean;
}

const isMod = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey;
const letter =
  (key: string, { alt = false, shift = false } = {}) =>
  (event: KeyboardEvent) =>
    isMod(event) && event.altKey === alt && event.shiftKey === shift && event.code === `Key${key}`;
const digit =
  (number: number, { alt = false, shift = false } = {}) =>
  (event: KeyboardEvent) =>
    isMod(event) && event.altKey === alt && event.shiftKey === shift && event.code === `Digit${number}`;

const style = (number: number, kind: BlockKind): Binding => ({
  matches: digit(number, { alt: true }),
  run: ({ editor }) => editor.dispatchCommand(SET_BLOCK_KIND_COMMAND, kind),
});
const list = (number: number, kind: BlockKind): Binding => ({
  matches: digit(number, { shift: true }),
  run: ({ editor }) => editor.dispatchCommand(TOGGLE_BLOCK_KIND_COMMAND, kind),
});

function hasSelectedText(editor: LexicalEditor): boolean {
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) && !selection.isCollapsed();
  });
}

const bindings: readonly Binding[] = [
  style(0, 'paragraph'),
  style(1, 'h1'),
  style(2, 'h2'),
  style(3, 'h3'),
  list(7, 'number'),
  list(8, 'bullet'),
  list(9, 'quote'),
  { matches: letter('Y'), run: ({ editor }) => editor.dispatchCommand(REDO_COMMAND, undefined) },
  {
    matches: letter('K'),
    run(at) {
      if (!hasSelectedText(at.editor)) return false;
      linkBox.set(at);
      return true;
    },
  },
  {
    matches: letter('M', { alt: true }),
    run(at) {
      const action = commentAction.get();
      action?.(at);
      return action !== null;
    },
  },
];

/** Needs no right to write: reviewers comment. */
const worksReadOnly = new Set([bindings.at(-1)]);

export function registerEditorKeys(editor: LexicalEditor, active: ActiveEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const found = bindings.find((binding) => binding.matches(event));
        if (!found || (!editor.isEditable() && !worksReadOnly.has(found)) || !found.run(active)) return false;
        event.preventDefault();
        event.stopPropagation();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        // Outside of lists Tab goes on to the next control: a keyboard must be able to leave.
        if (!$selectedBlocks().some((block) => block.isListItem())) return false;
        event.preventDefault();
        return editor.dispatchCommand(event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND, undefined);
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}
