// What one can do to an answer, each under a name: the toolbar, the keys and the slash menu all lead here.
import type { BlockKind } from '@adagia/shared/text/blocks';
import {
  $getSelection,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  REDO_COMMAND,
  type TextFormatType,
  UNDO_COMMAND,
} from 'lexical';
import { SET_BLOCK_KIND_COMMAND, TOGGLE_BLOCK_KIND_COMMAND } from '../model/block-behaviour.ts';
import type { EditorHandle, EditorWorkspace } from './editor-workspace.ts';
import { referenceQuery } from './reference-items.ts';
import { readableText } from './reference-words.ts';
import { $lineBeforeCaret } from './use-caret-query.ts';

export type EditorAction =
  | { type: 'undo' | 'redo' | 'indent' | 'outdent' | 'link' | 'comment' | 'reference' }
  | { type: 'format'; format: Extract<TextFormatType, 'bold' | 'italic' | 'underline'> }
  | { type: 'kind'; kind: BlockKind }
  | { type: 'toggle'; kind: BlockKind };

export function act(handle: EditorHandle, workspace: EditorWorkspace, action: EditorAction): void {
  const { editor } = handle;
  switch (action.type) {
    case 'comment':
      return requestComment(handle, workspace);
    case 'reference':
      return typeReference(handle);
    case 'link':
      return workspace.linking.set(handle);
    case 'undo':
      return void editor.dispatchCommand(UNDO_COMMAND);
    case 'redo':
      return void editor.dispatchCommand(REDO_COMMAND);
    case 'indent':
      return void editor.dispatchCommand(INDENT_CONTENT_COMMAND);
    case 'outdent':
      return void editor.dispatchCommand(OUTDENT_CONTENT_COMMAND);
    case 'format':
      return void editor.dispatchCommand(FORMAT_TEXT_COMMAND, action.format);
    case 'kind':
      return void editor.dispatchCommand(SET_BLOCK_KIND_COMMAND, action.kind);
    case 'toggle':
      return void editor.dispatchCommand(TOGGLE_BLOCK_KIND_COMMAND, action.kind);
  }
}

/** Types it for them, behind what is selected: the menu opens as if they had. */
function typeReference({ editor, binding: { undo } }: EditorHandle): void {
  const write = (sign: string) => () => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const { key, offset, type } = selection.isBackward() ? selection.anchor : selection.focus;
    selection.anchor.set(key, offset, type);
    selection.focus.set(key, offset, type);
    // Only behind a space it is no address; that comes first, as the menu opens with the sign alone.
    if (sign === '@' || referenceQuery(`${$lineBeforeCaret() ?? ''}@`) === null) selection.insertText(sign);
  };
  undo.stopCapturing();
  editor.update(write(' '), { discrete: true });
  editor.update(write('@'), { discrete: true });
  undo.stopCapturing();
}

function requestComment({ answerKey, binding }: EditorHandle, { comment }: EditorWorkspace): void {
  const range = binding.selection();
  const isWords = range !== null && range.anchor !== range.focus;
  const [from, until] = range ? [Math.min(range.anchor, range.focus), Math.max(range.anchor, range.focus)] : [0, 0];
  comment.get()?.({
    answerKey,
    range: isWords ? range : null,
    quote: isWords ? readableText(binding.ytext, binding.text().text.slice(from, until)) : '',
  });
}

/** Gives the keys back to the text, where they were. */
export function returnToText({ editor }: EditorHandle): void {
  editor.getRootElement()?.focus({ preventScroll: true });
}
