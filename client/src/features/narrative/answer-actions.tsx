// What can be done with an answer as a whole. Its comments, and the way to the portal.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { Question } from '@adagia/shared/programme/schema';
import { can } from '@adagia/shared/roles';
import { lazy, Suspense } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { withWords } from '../../i18n/with-words.ts';
import { useObservable } from '../../session/observable.ts';
import { QuestionComments } from '../comments/comment-buttons.tsx';
import { CopyAnswerButton } from '../portal/copy-answer-button.tsx';
import { CopyReadingContext } from '../portal/copy-reading.ts';
import classes from './answer-card.module.css';
import { useWhenIdle } from './use-when-idle.ts';

/** Nobody waits for it to type. */
const ShowAuthors = lazy(async () => ({
  default: (await withWords(import('../versions/answer-authors/show-authors.tsx'))).ShowAuthors,
}));

export function AnswerActions({ answerKey, question }: { answerKey: AnswerKey; question: Question }) {
  const { proposal } = useProposal();
  const isIdle = useWhenIdle();
  return (
    <div className={classes.actions}>
      {isIdle && can(proposal.role, 'timeline.read') && (
        <Suspense fallback={null}>
          <ShowAuthors answerKey={answerKey} title={question.prompt} />
        </Suspense>
      )}
      <QuestionComments answerKey={answerKey} label={question.prompt} />
      {/* What is looked at is what is copied. */}
      <CopyReadingContext value={useObservable(useEditorWorkspace().preview) ?? 'base'}>
        <CopyAnswerButton answerKey={answerKey} question={question} />
      </CopyReadingContext>
    </div>
  );
}
