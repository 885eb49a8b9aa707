// The ways into the comments: one beside each question and section, and one for all of them.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { type CommentPage, pageOfTarget, placeIdOf } from '@adagia/shared/comment-places';
import { ActionIcon, Button } from '@mantine/core';
import { IconMessage, IconMessageCircle, IconMessagePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../session/observable.ts';
import classes from './comment-column.module.css';
import { activate, changeComments, commentState, compose } from './comment-state.ts';
import { useCanComment } from './use-can-comment.ts';
import { useAllThreads, useAnswerThreads } from './use-threads.ts';

export function QuestionComments({ answerKey, label }: { answerKey: AnswerKey; label: string }) {
  const { t } = useTranslation('comments');
  const threads = useAnswerThreads(answerKey);
  const canComment = useCanComment();
  const [first] = threads;
  const open = () => {
    if (first) activate(first.id, true);
    else compose({ target: { kind: 'question', key: answerKey } });
  };
  return (
    <>
      {first && (
        <Button
          size="compact-sm"
          variant={threads.some(({ isUnread }) => isUnread) ? 'light' : 'subtle'}
          leftSection={<IconMessage size={16} aria-hidden />}
          aria-label={t('onQuestion', { count: threads.length, target: label })}
          onClick={open}
        >
          {threads.length}
        </Button>
      )}
      {canComment && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t('add')}: ${label}`}
          title={t('add')}
          onClick={() => compose({ target: { kind: 'question', key: answerKey } })}
        >
          <IconMessagePlus size={18} />
        </ActionIcon>
      )}
    </>
  );
}

export function SectionComments({ sectionId, label }: { sectionId: string; label: string }) {
  const { t } = useTranslation('comments');
  if (!useCanComment()) return null;
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

/**
 * Opens and closes the list of comments: of all in the toolbar of the text, which stays in sight; on other pages of those about what
 * is on them.
 */
export function AllComments({ page = 'write', only }: { page?: CommentPage; only?: string }) {
  const { t } = useTranslation('comments');
  const { isListOpen } = useObservable(commentState);
  const open = useAllThreads().filter(
    ({ resolvedAt, target }) =>
      resolvedAt === null &&
      (page === 'write' || pageOfTarget(target) === page) &&
      (only === undefined || placeIdOf(target) === only),
  );
  const unread = open.filter(({ isUnread }) => isUnread).length;
  const all = t('openCount', { count: open.length });
  const label = unread > 0 ? `${all}, ${t('newCount', { count: unread })}` : all;
  return (
    <Button
      variant={isListOpen ? 'light' : 'subtle'}
      {...(!isListOpen && { color: 'gray' })}
      size="compact-md"
      className={classes.all}
      leftSection={<IconMessageCircle size={20} stroke={1.75} aria-hidden />}
      aria-label={label}
      title={label}
      aria-expanded={isListOpen}
      data-unread={unread > 0 || undefined}
      onClick={() => changeComments({ isListOpen: !isListOpen })}
    >
      {open.length}
    </Button>
  );
}
