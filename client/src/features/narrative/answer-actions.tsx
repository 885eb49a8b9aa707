// What can be done with an answer as a whole. The place for the button of its comments.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { Question } from '@adagia/shared/programme/schema';
import { CopyAnswerButton } from '../portal/copy-answer-button.tsx';
import classes from './answer-card.module.css';

export function AnswerActions({ answerKey, question }: { answerKey: AnswerKey; question: Question }) {
  return (
    <div className={classes.actions}>
      <CopyAnswerButton answerKey={answerKey} question={question} />
    </div>
  );
}
