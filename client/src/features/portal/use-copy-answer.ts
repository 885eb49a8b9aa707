// "Copy for the portal": exactly the plain text that fits the web form, said with its count, and the answer is ticked.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { Question } from '@adagia/shared/programme/schema';
import { can } from '@adagia/shared/roles';
import { measureText } from '@adagia/shared/text/count';
import { hashText } from '@adagia/shared/text/hash-text';
import { notifications } from '@mantine/notifications';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useChangeAnswer } from '../narrative/answer-states.ts';
import { watchAnswer } from '../narrative/answer-text.ts';
import { useNumber } from '../narrative/use-number.ts';
import { CopyReadingContext } from './copy-reading.ts';
import { copyText } from './copy-text.ts';

/** @returns copies the answer as it is at that moment. */
export function useCopyAnswer(answerKey: AnswerKey, question: Question): () => Promise<void> {
  const { t } = useTranslation('portal');
  const { session, proposal } = useProposal();
  const change = useChangeAnswer(answerKey);
  const number = useNumber();
  const reading = useContext(CopyReadingContext);
  const id = `copied-${answerKey}`;
  return async () => {
    const accepted = watchAnswer(session.doc, answerKey).get();
    const text = reading === 'base' ? accepted : watchAnswer(session.doc, answerKey, reading).get();
    if (!(await copyText(text))) {
      notifications.show({ id, color: 'red', message: t('copyFailed') });
      return;
    }
    const { count, over } = measureText(text, question.limit?.value ?? null);
    notifications.show({
      id,
      color: over > 0 ? 'red' : 'green',
      title: t('copied', { count, formatted: number(count) }),
      message: over > 0 ? t('copiedOver', { over: number(over) }) : question.prompt,
    });
    // What nobody has accepted yet is not what is carried over.
    if (text === accepted && can(proposal.role, 'answer.manage')) {
      change.mutate({ carriedOver: { textHash: hashText(text) } });
    }
  };
}
