// What can be done with an answer as a whole. Its comments, and the way to the portal.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { Question } from '@adagia/shared/programme/schema';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { useObservable } from '../../session/observable.ts';
import { QuestionComments } from '../comments/comment-buttons.tsx';
import { CopyAnswerButton } from '../portal/copy-answer-button.tsx';
import { CopyReadingContext } from '../portal/copy-reading.ts';
import classes from './answer-card.module.css';

export function AnswerActions({ answerKey, question }: { answerKey: AnswerKey; question: Question }) {
  return (
    <div className={classes.actions}>
      <QuestionComments answerKey={answerKey} label={question.prompt} />
      {/* What is looked at is what is copied. */}
      <CopyReadingContext value={useObservable(useEditorWorkspace().preview) ?? 'base'}>
        <CopyAnswerButton answerKey={answerKey} question={question} />
      </CopyReadingContext>
    </div>
  );
}
