// Tells the others where my caret is while I am in an answer: as positions that stay with their characters. At most once a
// frame here, at most five times a second from the session.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import * as Y from 'yjs';
import { useProposal } from '../../app/proposal-context.ts';
import { $readSelection } from '../../editor/binding/view-selection.ts';
import type { ProposalSession } from '../../session/proposal-session.ts';

interface PublishCaretProps {
  editor: LexicalEditor;
  answerKey: AnswerKey;
}

export function PublishCaret({ editor, answerKey }: PublishCaretProps) {
  const { session } = useProposal();
  useEffect(() => publishCaret(session, editor, answerKey), [session, editor, answerKey]);
  return null;
}

/** @returns ends it */
function publishCaret(session: ProposalSession, editor: LexicalEditor, key: AnswerKey): () => void {
  let frame = 0;
  let last = '';
  const publish = () => {
    frame = 0;
    if (!hasFocus(editor)) {
      last = '';
      return;
    }
    const place = placeOf(session, editor, key);
    const now = JSON.stringify(place);
    if (now === last) return;
    last = now;
    session.setPlace(place);
  };
  // A frame later: the binding has written by then what was typed.
  const schedule = () => {
    frame ||= requestAnimationFrame(publish);
  };
  const stops = [
    editor.registerUpdateListener(schedule),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener('focusin', schedule);
      root?.addEventListener('focusin', schedule);
    }),
  ];
  return () => {
    cancelAnimationFrame(frame);
    for (const stop of stops) stop();
  };
}

function hasFocus(editor: LexicalEditor): boolean {
  const root = editor.getRootElement();
  return root !== null && root.contains(document.activeElement);
}

function placeOf({ doc }: ProposalSession, editor: LexicalEditor, key: AnswerKey) {
  const range = editor.getEditorState().read($readSelection);
  const ytext = doc.getText(key);
  if (!range) return { kind: 'answer', key } as const;
  const at = (offset: number): unknown =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(ytext, Math.min(offset, ytext.length)));
  return { kind: 'answer', key, anchor: at(range.anchor), head: at(range.focus) } as const;
}
