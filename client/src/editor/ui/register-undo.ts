// Undo and redo keys go to this person's undo manager of this answer; Lexical's own history is not used.
import { COMMAND_PRIORITY_HIGH, type LexicalEditor, mergeRegister, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import type * as Y from 'yjs';
import { undoManagerOf } from '../binding/undo.ts';

export function registerUndo(editor: LexicalEditor, ytext: Y.Text): () => void {
  const manager = undoManagerOf(ytext);
  const run = (work: () => void) => () => {
    if (editor.isEditable()) work();
    return true;
  };
  return mergeRegister(
    editor.registerCommand(
      UNDO_COMMAND,
      run(() => manager.undo()),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      REDO_COMMAND,
      run(() => manager.redo()),
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
