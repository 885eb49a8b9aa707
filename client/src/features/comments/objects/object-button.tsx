// The button of comments at an object of a page: how many are open, and the way to them or to a new one. For whoever may neither
// comment nor finds any there is none.
import type { CommentTarget } from '@adagia/shared/api/review';
import { placeIdOf } from '@adagia/shared/comment-places';
import { UnstyledButton } from '@mantine/core';
import { IconMessage, IconMessagePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCanComment } from '../use-can-comment.ts';
import classes from './object-button.module.css';
import { useOpenThreads, useThreadsOf } from './place-threads.tsx';

type ObjectTarget = Extract<CommentTarget, { kind: 'plan' | 'organisation' }>;

interface ObjectButtonProps {
  target: ObjectTarget;
  /** Without comments it is seen only where its row has the pointer or the focus. */
  isQuiet?: boolean;
  /** By keyboard there is another way to it. */
  isPointerOnly?: boolean;
}

export function ObjectButton({ target, isQuiet = false, isPointerOnly = false }: ObjectButtonProps) {
  const { t } = useTranslation('comments');
  const threads = useThreadsOf(placeIdOf(target));
  const canComment = useCanComment();
  const open = useOpenThreads();
  const count = threads.length;
  if (count === 0 && !canComment) return null;
  const label = count > 0 ? t('onObject', { count, name: target.name }) : `${t('add')}: ${target.name}`;
  return (
    <UnstyledButton
      className={classes.button}
      data-count={count}
      data-quiet={(isQuiet && count === 0) || undefined}
      data-unread={threads.some(({ isUnread }) => isUnread) || undefined}
      aria-label={label}
      title={label}
      {...(isPointerOnly && { tabIndex: -1 })}
      onClick={() => open(target, threads)}
    >
      {count > 0 ? <IconMessage size={16} aria-hidden /> : <IconMessagePlus size={16} aria-hidden />}
      {count > 0 && count}
    </UnstyledButton>
  );
}
