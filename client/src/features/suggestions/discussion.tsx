// What is said about a suggestion, on its card: at rest its latest words, on the active card all of it and a field to say more. It is a
// thread like every other; the first words begin it.
import type { Thread } from '@adagia/shared/api/review';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useCommentAuthor } from '../comments/comment-author.ts';
import comments from '../comments/comments.module.css';
import { CommentView } from '../comments/thread/comment-view.tsx';
import { Composer } from '../comments/thread/composer.tsx';
import { TaskButton, TaskLine } from '../comments/thread/task-line.tsx';
import { CopyLink } from '../comments/thread/thread-card.tsx';
import { markRead, useThreadActions } from '../comments/use-threads.ts';
import { targetOf } from './change-words.ts';
import type { PendingSuggestion } from './suggestion-index.ts';
import classes from './suggestions.module.css';
import { useDiscussions } from './use-discussions.ts';

export function Discussion({ suggestion, isActive }: { suggestion: PendingSuggestion; isActive: boolean }) {
  const thread = useDiscussions().get(suggestion.name);
  if (!isActive) return thread ? <Latest thread={thread} /> : null;
  return <OpenDiscussion suggestion={suggestion} thread={thread} />;
}

function Latest({ thread: { comments: said, isUnread } }: { thread: Thread }) {
  const { t } = useTranslation('comments');
  const authorOf = useCommentAuthor();
  const last = said.findLast(({ isDeleted }) => !isDeleted);
  if (!last) return null;
  return (
    <div className={classes.discussion}>
      <p className={comments.quiet}>
        {t('replies', { count: said.length })} {isUnread && <span className={comments.new}>{t('unread')}</span>}
      </p>
      <p className={comments.beginning} dir="auto">
        <strong>
          <bdi>{authorOf(last)}</bdi>
        </strong>
        {': '}
        {last.body}
      </p>
    </div>
  );
}

function OpenDiscussion({ suggestion, thread }: { suggestion: PendingSuggestion; thread: Thread | undefined }) {
  const { t } = useTranslation('comments');
  const { proposal } = useProposal();
  const { create, reply } = useThreadActions();
  useEffect(() => {
    if (thread?.isUnread) void markRead(proposal.id, thread.id);
  }, [proposal.id, thread]);
  const say = async (body: string): Promise<boolean> =>
    thread ? reply(thread.id, body) : (await create({ target: targetOf(suggestion) }, body)) !== null;
  return (
    <div className={classes.discussion}>
      {thread?.comments.map((comment) => (
        <CommentView key={comment.id} thread={thread} comment={comment} />
      ))}
      {thread && <TaskLine thread={thread} />}
      <div data-reply>
        <Composer
          draftKey={`${proposal.id} ${suggestion.name}`}
          label={t('replyPlaceholder')}
          submitLabel={t('send')}
          onSubmit={say}
        />
      </div>
      {thread && (
        <div className={comments.actions}>
          <TaskButton thread={thread} />
          <CopyLink thread={thread} />
        </div>
      )}
    </div>
  );
}
