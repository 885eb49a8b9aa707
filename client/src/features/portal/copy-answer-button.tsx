import type { AnswerKey } from '@adagia/shared/answer-key';
import type { Question } from '@adagia/shared/programme/schema';
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useIsEmpty } from '../narrative/section-progress.ts';
import { CopyReadingContext } from './copy-reading.ts';
import { useCopyAnswer } from './use-copy-answer.ts';

interface CopyAnswerButtonProps {
  answerKey: AnswerKey;
  question: Question;
}

export function CopyAnswerButton({ answerKey, question }: CopyAnswerButtonProps) {
  const { t } = useTranslation('portal');
  const { session } = useProposal();
  const copy = useCopyAnswer(answerKey, question);
  const isEmpty = useIsEmpty(session, answerKey, useContext(CopyReadingContext));
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconCopy size={14} aria-hidden />}
      aria-label={t('copyOf', { prompt: question.prompt })}
      disabled={isEmpty}
      onClick={() => void copy()}
    >
      {t('copy')}
    </Button>
  );
}
