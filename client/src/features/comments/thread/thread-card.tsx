// One thread: what it is about, its comments, and what one may do.
import type { Comment, Thread } from '@adagia/shared/api/review';
import { can } from '@adagia/shared/roles';
import { ActionIcon, Badge, Button, Card, Group, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconArrowRight, IconCheck, IconDots, IconRotate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { PersonBadge } from '../../ui/person-badge.tsx';
import classes from './comments.module.css';
import { Composer } from './composer.tsx';
import { useThreadActions } from './use-threads.ts';

interface ThreadCardProps {
  thread: Thread;
  about: string;
  isGone: boolean;
  isFocused: boolean;
  onGoTo(): void;
}

export function ThreadCard({ thread, about, isGone, isFocused, onGoTo }: ThreadCardProps) {
  const { t } = useTranslation('comments');
  const { proposal, me } = useProposal();
  const { reply, setResolved } = useThreadActions();
  const [first] = thread.comments;
  const isResolved = thread.resolvedAt !== null;
  const mayResolve = can(proposal.role, 'comment.resolve') || first?.authorId === me.id;
  return (
    <Card
      component="article"
      withBorder
      padding="sm"
      id={`thread-${thread.id}`}
      tabIndex={-1}
      data-focused={isFocused || undefined}
      className={classes.card}
      aria-label={t('threadBy', { name: first?.authorName ?? '' })}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs" mb={4}>
        <Text size="xs" c="dimmed" lineClamp={2}>
          {about}
        </Text>
        <Group gap={4} wrap="nowrap">
          {thread.isUnread && <Badge size="xs">{t('unread')}</Badge>}
          {isResolved && (
            <Badge size="xs" color="gray">
              {t('resolvedBadge')}
            </Badge>
          )}
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('goTo')} title={t('goTo')} onClick={onGoTo}>
            <IconArrowRight size={16} />
          </ActionIcon>
        </Group>
      </Group>
      {thread.target.kind === 'passage' && (
        <blockquote className={classes.quote}>
          {isGone && <strong>{t('textGone')}: </strong>}
          {thread.target.quote}
        </blockquote>
      )}
      {thread.comments.map((comment) => (
        <CommentView key={comment.id} thread={thread} comment={comment} />
      ))}
      {!isResolved && (
        <Composer
          draftKey={`reply ${thread.id}`}
          label={t('replyPlaceholder')}
          submitLabel={t('send')}
          onSubmit={(body) => reply(thread.id, body)}
        />
      )}
      {mayResolve && (
        <Button
          mt="xs"
          size="compact-sm"
          variant="light"
          leftSection={isResolved ? <IconRotate size={14} aria-hidden /> : <IconCheck size={14} aria-hidden />}
          onClick={() => void setResolved(thread.id, !isResolved)}
        >
          {isResolved ? t('reopen') : t('resolve')}
        </Button>
      )}
    </Card>
  );
}

function CommentView({ thread, comment }: { thread: Thread; comment: Comment }) {
  const { t, i18n } = useTranslation('comments');
  const { me, proposal } = useProposal();
  const { edit } = useThreadActions();
  const [isEditing, setEditing] = useState(false);
  const organisation = proposal.organisations.find(({ id }) => id === comment.organisationId);
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(comment.createdAt),
  );
  return (
    <div className={classes.comment}>
      <PersonBadge id={comment.authorId} name={comment.authorName} size={24} />
      <div className={classes.body}>
        <Group justify="space-between" wrap="nowrap" gap={4}>
          <Text size="xs">
            <strong>{comment.authorName}</strong>
            {organisation && <span className={classes.quiet}> {organisation.legalName}</span>}
            <span className={classes.quiet}>
              {' '}
              {when}
              {comment.editedAt && `, ${t('edited')}`}
            </span>
          </Text>
          {comment.authorId === me.id && !comment.isDeleted && (
            <CommentMenu thread={thread} comment={comment} onEdit={() => setEditing(true)} />
          )}
        </Group>
        {comment.isDeleted && (
          <Text size="sm" c="dimmed" fs="italic">
            {t('deleted')}
          </Text>
        )}
        {!comment.isDeleted && !isEditing && (
          <Text size="sm" className={classes.text}>
            {comment.body}
          </Text>
        )}
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
      </div>
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
    <Menu position="bottom-end">
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
