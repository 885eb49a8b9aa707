// "1,234 / 3,000" beside each answer: amber from 90 %, red with "112 over". Never cuts anything, and speaks to a screen
// reader only when a threshold is crossed, not with each key.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { Question } from '@adagia/shared/programme/schema';
import { type CountLevel, measureText, type TextCount } from '@adagia/shared/text/count';
import { Text, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useAnswerText } from './answer-text.ts';
import classes from './limit-counter.module.css';
import { useNumber } from './use-number.ts';

interface LimitCounterProps {
  /** As if all that is suggested were accepted; the same where nothing is. */
  accepted?: string;
  /** To be named by what it counts, as `aria-describedby`. */
  id?: string;
  prompt: string;
  text: string;
  limit: Question['limit'];
}

export function LimitCounter({ id, prompt, text, accepted = text, limit }: LimitCounterProps) {
  const { t } = useTranslation('narrative');
  const number = useNumber();
  const measured = measureText(text, limit?.value ?? null);
  const count = number(measured.count);
  return (
    <div className={classes.counter} id={id} data-level={measured.level} data-counter="">
      <Text span size="sm" className={classes.figure}>
        {measured.level === 'over' && <IconAlertTriangle size={14} aria-hidden />}
        {limit
          ? t('counter.ofLimit', { written: count, limit: number(limit.value) })
          : t('counter.noLimit', { count: measured.count, formatted: count })}
        {measured.over > 0 && <strong>{t('counter.over', { excess: number(measured.over) })}</strong>}
      </Text>
      {accepted !== text && <Accepted text={accepted} limit={limit} />}
      {measured.isUncertain && <Uncertain measured={measured} />}
      {limit?.confidence === 'unconfirmed' && (
        <Text span size="xs" c="dimmed">
          {t('counter.unconfirmed')}
        </Text>
      )}
      <LevelAnnouncement prompt={prompt} measured={measured} />
    </div>
  );
}

/** What it would come to, beside what counts. */
function Accepted({ text, limit }: { text: string; limit: Question['limit'] }) {
  const { t } = useTranslation('narrative');
  const number = useNumber();
  const { count, over, level } = measureText(text, limit?.value ?? null);
  return (
    <Text span size="xs" className={classes.accepted} data-level={level} data-counter-accepted="">
      {t('counter.accepted', { written: number(count) })}
      {over > 0 && ` ${t('counter.over', { excess: number(over) })}`}
    </Text>
  );
}

/** The second figure, only where the two ways of counting a line break disagree about the limit. */
function Uncertain({ measured: { countWithDoubleBreaks, limit } }: { measured: TextCount }) {
  const { t } = useTranslation('narrative');
  const number = useNumber();
  const over = number(countWithDoubleBreaks - (limit ?? 0));
  return (
    <Text span size="xs" className={classes.uncertain}>
      {t('counter.uncertain', { written: number(countWithDoubleBreaks), over })}
    </Text>
  );
}

function LevelAnnouncement({ prompt, measured }: { prompt: string; measured: TextCount }) {
  const { t } = useTranslation('narrative');
  const number = useNumber();
  const { level, over, limit, count } = measured;
  const [last, setLast] = useState<CountLevel>(level);
  const [message, setMessage] = useState('');
  if (last !== level) {
    setLast(level);
    const left = number((limit ?? 0) - count);
    if (level === 'over') setMessage(t('counter.announceOver', { prompt, over: number(over) }));
    else if (level === 'amber') setMessage(t('counter.announceAmber', { prompt, left }));
    else setMessage(t('counter.announceOk', { prompt }));
  }
  return <VisuallyHidden role="status">{message}</VisuallyHidden>;
}

interface AnswerCounterProps {
  id: string;
  answerKey: AnswerKey;
  question: Question;
}

/** The counter of one answer: the only thing beside the editor that follows each key. */
export function AnswerCounter({ id, answerKey, question }: AnswerCounterProps) {
  const { session } = useProposal();
  const text = useAnswerText(session, answerKey);
  const accepted = useAnswerText(session, answerKey, 'accepted');
  return <LimitCounter id={id} prompt={question.prompt} text={text} accepted={accepted} limit={question.limit} />;
}
