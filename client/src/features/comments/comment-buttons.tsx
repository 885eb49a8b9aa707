// The ways into the comments: one beside each question and section, and one for all of them.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { ActionIcon, Button, Indicator } from '@mantine/core';
import { IconMessage, IconMessageCircle, IconMessagePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changePanel, compose } from './comment-panel-state.ts';
import { useAllThreads, useAnswerThreads } from './use-threads.ts';

export function QuestionComments({ answerKey, label }: { answerKey: AnswerKey; label: string }) {
  const { t } = useTranslation('comments');
  const threads = useAnswerThreads(answerKey);
  const [first] = threads;
  const open = () => {
    if (first) changePanel({ isOpen: true, focused: first.id });
    else compose({ target: { kind: 'question', key: answerKey } });
  };
  return (
    <>
      {first && (
        <Button
          size="compact-sm"
          variant={threads.some(({ isUnread }) => isUnread) ? 'light' : 'subtle'}
          leftSection={<IconMessage size={16} aria-hidden />}
          aria-label={t('onQuestion', { target: label })}
          onClick={open}
        >
          {threads.length}
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`${t('add')}: ${label}`}
        title={t('add')}
        onClick={() => compose({ target: { kind: 'question', key: answerKey } })}
      >
        <IconMessagePlus size={18} />
      </ActionIcon>
    </>
  );
}

export function SectionComments({ sectionId, label }: { sectionId: string; label: string }) {
  const { t } = useTranslation('comments');
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={`${t('add')}: ${label}`}
      title={t('add')}
      onClick={() => compose({ target: { kind: 'section', sectionId } })}
    >
      <IconMessagePlus size={18} />
    </ActionIcon>
  );
}

export function AllComments() {
  const { t } = useTranslation('comments');
  const threads = useAllThreads().filter(({ resolvedAt }) => !resolvedAt);
  return (
    <Indicator disabled={!threads.some(({ isUnread }) => isUnread)} size={9} offset={4}>
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconMessageCircle size={16} aria-hidden />}
        onClick={() => changePanel({ isOpen: true })}
      >
        {threads.length > 0 ? t('openCount', { count: threads.length }) : t('open')}
      </Button>
    </Indicator>
  );
}
