// Presence in the editor of one answer: the others' carets over it, and mine to the others.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { LexicalEditor } from 'lexical';
import { PublishCaret } from './publish-caret.tsx';
import { RemoteCarets } from './remote-carets.tsx';

export function EditorPresence({ editor, answerKey }: { editor: LexicalEditor; answerKey: AnswerKey }) {
  return (
    <>
      <RemoteCarets editor={editor} answerKey={answerKey} />
      <PublishCaret editor={editor} answerKey={answerKey} />
    </>
  );
}
