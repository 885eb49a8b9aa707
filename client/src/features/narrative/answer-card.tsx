// One question with its answer. Rendered once: typing wakes the editor and the counter only, a colleague's change of
// status only its menu. It keeps its place until its turn to be drawn comes; controls and editor are mounted when it comes
// near the screen.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { OutlineAnswer } from '@adagia/shared/programme/outline';
import type { Call, Question } from '@adagia/shared/programme/schema';
import { Badge, Text, Title, type TitleOrder } from '@mantine/core';
import type { LexicalEditor } from 'lexical';
import { memo, type RefObject, useCallback, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useWritable } from '../../app/use-writing-rights.ts';
import { AnswerEditor } from '../../editor/ui/answer-editor.tsx';
import { useObservable } from '../../session/observable.ts';
import { CommentHighlights } from '../comments/anchors/comment-highlights.tsx';
import { FactField } from '../facts/fact-field.tsx';
import { EditorPresence } from '../presence/editor-presence.tsx';
import { ClosedNote } from '../rights/closed-note.tsx';
import { AnswerActions } from './answer-actions.tsx';
import classes from './answer-card.module.css';
import { AnswerControls } from './answer-controls.tsx';
import { AnswerGuidance } from './answer-guidance.tsx';
import { useIsDrawn } from './drawing.ts';
import { AnswerCounter } from './limit-counter.tsx';
import { QuestionLink } from './question-link.tsx';
import { useNear } from './use-near.ts';

interface AnswerCardProps {
  answer: OutlineAnswer;
  headingOrder: TitleOrder;
  /** Drawn with the page itself. */
  isFirst: boolean;
}

function AnswerCardView({ answer, headingOrder, isFirst }: AnswerCardProps) {
  const { key } = answer;
  const ref = useRef<HTMLDivElement>(null);
  const isDrawn = useIsDrawn(ref, isFirst);
  const titleId = useId();
  return (
    <div ref={ref} id={key} role="group" className={classes.card} aria-labelledby={titleId} data-answer={key}>
      {isDrawn && <CardContent answer={answer} headingOrder={headingOrder} titleId={titleId} card={ref} />}
    </div>
  );
}

interface CardContentProps extends Omit<AnswerCardProps, 'isFirst'> {
  titleId: string;
  card: RefObject<HTMLDivElement | null>;
}

function CardContent({ answer: { question, key }, headingOrder, titleId, card }: CardContentProps) {
  const { t } = useTranslation('narrative');
  const { call } = useProposal();
  const canWrite = useObservable(useWritable(key));
  const isNear = useNear(card);
  const countId = useId();
  const overlay = useCallback((editor: LexicalEditor) => <Overlay editor={editor} answerKey={key} />, [key]);
  return (
    <>
      <div className={classes.head}>
        <Title order={headingOrder} size="h5" id={titleId} tabIndex={-1} className={classes.title}>
          {question.prompt}
          <OptionalMark question={question} />
        </Title>
        <QuestionLink id={key} />
      </div>
      <CriteriaChips question={question} call={call} />
      <AnswerGuidance question={question} call={call} />
      {question.type === 'yesno' && <FactField question={question} object={null} isFirst />}
      <div className={classes.controlsRow}>{isNear && <AnswerControls answerKey={key} question={question} />}</div>
      <ClosedNote root={key} />
      <div className={classes.text}>
        <AnswerEditor
          answerKey={key}
          label={question.prompt}
          placeholder={t(canWrite ? 'placeholder' : 'placeholderReadOnly')}
          describedBy={countId}
          overlay={overlay}
        />
      </div>
      <div className={classes.foot}>
        <AnswerCounter id={countId} answerKey={key} question={question} />
        {isNear && <AnswerActions answerKey={key} question={question} />}
      </div>
    </>
  );
}

/** Over the text: carets of the others, and the marks of comments. */
function Overlay({ editor, answerKey }: { editor: LexicalEditor; answerKey: AnswerKey }) {
  return (
    <>
      <EditorPresence editor={editor} answerKey={answerKey} />
      <CommentHighlights editor={editor} answerKey={answerKey} />
    </>
  );
}

function OptionalMark({ question }: { question: Question }) {
  const { t } = useTranslation('narrative');
  if (!question.optional) return null;
  return (
    <Text span size="sm" c="dimmed" fw={400}>
      {' '}
      ({t('optional')})
    </Text>
  );
}

function CriteriaChips({ question, call }: { question: Question; call: Call }) {
  const { t } = useTranslation('narrative');
  const fed = call.criteria.filter((one) => question.criteria.includes(one.id));
  if (fed.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={t('guidance.criteria')}>
      {fed.map((criterion) => (
        <li key={criterion.id}>
          <Badge variant="light" color="gray" size="sm" tt="none" fw={500}>
            {criterion.label}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

/** The workplan is read anew with each change of the plan: equal parts are the same answer. */
export const AnswerCard = memo(
  AnswerCardView,
  (a, b) =>
    a.answer.key === b.answer.key && a.answer.question === b.answer.question && a.headingOrder === b.headingOrder,
);
