// What one person wrote: in an open thread with what its author may do to it, in a card at rest as its beginning.
import type { Comment, Thread } from '@adagia/shared/api/review';
import { saidBy } from '@adagia/shared/comment-author';
import { ActionIcon, Menu } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { momentFormat } from '../../../i18n/time-zone.ts';
import { PersonBadge } from '../../../ui/person-badge.tsx';
import classes from '../comments.module.css';
import { useCanComment } from '../use-can-comment.ts';
import { useThreadActions } from '../use-threads.ts';
import { CommentWords } from './comment-words.tsx';
import { Composer } from './composer.tsx';
import { EarlierWords } from './earlier-words.tsx';
import { Reactions } from './reactions.tsx';
import { TaskLine } from './task-line.tsx';

function Byline({ comment, children }: { comment: Comment; children?: ReactNode }) {
  const { t, i18n } = useTranslation('comments');
  const { proposal } = useProposal();
  const organisation = proposal.organisations.find(({ id }) => id === comment.organisationId);
  const { fromFile } = comment;
  const at = fromFile?.at ?? comment.createdAt;
  const name = fromFile?.author === '' ? t('nobodyNamed') : saidBy(comment);
  return (
    <div className={classes.byline}>
      <PersonBadge id={fromFile ? name : comment.authorId} name={name} size={26} />
      <div className={classes.names}>
        <strong className={classes.line} dir="auto">
          <bdi>{name}</bdi>
          {fromFile && ` ${t('fromFile')}`}
        </strong>
        <span className={classes.quiet}>
          {fromFile && <bdi className={classes.line}>{t('broughtBy', { name: comment.authorName })}</bdi>}
          {organisation && !fromFile && <bdi className={classes.line}>{organisation.legalName}</bdi>}
          <time dateTime={at}>
            {momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))}
          </time>
          {comment.editedAt && `, ${t('edited')}`}
        </span>
      </div>
      {children}
    </div>
  );
}

/** Characters that three lines cannot hold more of: of ten thousand the rest need not be laid out. */
const BEGINNING_MAX = 400;

export function CommentSummary({ thread }: { thread: Thread }) {
  const { t } = useTranslation('comments');
  const { comments, isUnread, resolvedAt } = thread;
  const [first, ...replies] = comments;
  if (!first) return null;
  return (
    <>
      <Byline comment={first}>
        {isUnread && <span className={classes.new}>{t('unread')}</span>}
        {resolvedAt !== null && <span className={classes.resolved}>{t('resolvedBadge')}</span>}
      </Byline>
      <TaskLine thread={thread} />
      <p className={classes.beginning} dir="auto">
        {first.isDeleted ? t('deleted') : first.body.slice(0, BEGINNING_MAX)}
      </p>
      {replies.length > 0 && <p className={classes.quiet}>{t('replies', { count: replies.length })}</p>}
    </>
  );
}

export function CommentView({ thread, comment }: { thread: Thread; comment: Comment }) {
  const { t } = useTranslation('comments');
  const { me } = useProposal();
  const { edit } = useThreadActions();
  const canComment = useCanComment();
  const [isEditing, setEditing] = useState(false);
  return (
    <div className={classes.comment}>
      <Byline comment={comment}>
        {canComment && comment.authorId === me.id && !comment.isDeleted && (
          <CommentMenu thread={thread} comment={comment} onEdit={() => setEditing(true)} />
        )}
      </Byline>
      {comment.isDeleted && <p className={classes.deleted}>{t('deleted')}</p>}
      {!comment.isDeleted && !isEditing && <CommentWords body={comment.body} />}
      {isEditing && (
        <Composer
          draftKey={`edit ${comment.id}`}
          label={t('edit')}
          initial={comment.body}
          submitLabel={t('save')}
          hasFocus
          onCancel={() => setEditing(false)}
          onSubmit={async (body) => {
            const isDone = await edit(thread.id, comment.id, body);
            if (isDone) setEditing(false);
            return isDone;
          }}
        />
      )}
      {!comment.isDeleted && !isEditing && (
        <>
          <EarlierWords thread={thread} comment={comment} />
          <Reactions thread={thread} comment={comment} />
        </>
      )}
    </div>
  );
}

function CommentMenu({ thread, comment, onEdit }: { thread: Thread; comment: Comment; onEdit(): void }) {
  const { t } = useTranslation('comments');
  const { remove } = useThreadActions();
  const ask = () =>
    modals.openConfirmModal({
      title: t('delete'),
      children: t('deleteConfirm'),
      labels: { confirm: t('delete'), cancel: t('cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => void remove(thread.id, comment.id),
    });
  return (
    // The menu gives the focus back to its button, which would take it from the field that opens.
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${t('edit')}, ${t('delete')}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>{t('edit')}</Menu.Item>
        <Menu.Item color="red" onClick={ask}>
          {t('delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
