// Undo and redo keys go to this person's undo manager of this answer; Lexical's own history is not used.
import { COMMAND_PRIORITY_HIGH, type LexicalEditor, mergeRegister, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import type * as Y from 'yjs';
import { answerUndoOf } from '../binding/undo.ts';

export function registerUndo(editor: LexicalEditor, ytext: Y.Text): () => void {
  const undo = answerUndoOf(ytext);
  const run = (work: () => void) => () => {
    if (editor.isEditable()) work();
    return true;
  };
  return mergeRegister(
    editor.registerCommand(
      UNDO_COMMAND,
      run(() => undo.undo()),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      REDO_COMMAND,
      run(() => undo.redo()),
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
