// Gives one answer the content that it had in a version, as an edit like any other and one step of undo in that answer.
import type { TextPart } from '@adagia/shared/versions/version-part';
import type * as Y from 'yjs';
import { type AttributedText, readAttributedText } from '../../editor/binding/attributed-text.ts';
import { answerUndoOf } from '../../editor/binding/undo.ts';
import { EDITOR_ORIGIN } from '../../session/proposal-session.ts';
import { restoringOf, writeRestored } from './restore-text.ts';

/**
 * @param part null: the answer was not there, and becomes empty
 * @param seen what it said when somebody decided so: what was written since then stays
 */
export function restoreAnswer(
  ytext: Y.Text,
  part: TextPart | null,
  seen: AttributedText = readAttributedText(ytext),
): void {
  const changes = restoringOf(seen, part);
  if (!changes) return;
  const undo = answerUndoOf(ytext);
  undo.stopCapturing();
  ytext.doc?.transact(() => writeRestored(ytext, seen, changes), EDITOR_ORIGIN);
  undo.stopCapturing();
}
