// Signs under a comment: how many gave each, who, and whether I did. A button for each, as wide as its sign.
import { type Comment, type Reaction, reactionSchema, type Thread } from '@adagia/shared/api/review';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconMoodPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import classes from '../comments.module.css';
import { useCanComment } from '../use-can-comment.ts';
import { useThreadActions } from '../use-threads.ts';

const signs: Readonly<Record<Reaction, string>> = {
  agree: '👍',
  thanks: '🙏',
  heart: '❤️',
  party: '🎉',
  look: '👀',
  doubt: '🤔',
};

export function Reactions({ thread, comment }: { thread: Thread; comment: Comment }) {
  const { t, i18n } = useTranslation('comments');
  const { me } = useProposal();
  const { react } = useThreadActions();
  const canComment = useCanComment();
  const listed = new Intl.ListFormat(i18n.language);
  const isMine = (reaction: Reaction) =>
    comment.reactions.some((one) => one.reaction === reaction && one.people.some(({ userId }) => userId === me.id));
  const toggle = (reaction: Reaction) => void react(thread.id, comment.id, { reaction, isOn: !isMine(reaction) });
  if (comment.reactions.length === 0 && !canComment) return null;
  return (
    <div className={classes.reactions} role="group" aria-label={t('reactions')}>
      {comment.reactions.map(({ reaction, people }) => {
        const names = listed.format(people.map(({ name }) => name));
        return (
          <UnstyledButton
            key={reaction}
            className={classes.reaction}
            aria-pressed={isMine(reaction)}
            aria-label={`${t(`reaction.${reaction}`)}: ${names}`}
            title={names}
            disabled={!canComment}
            onClick={() => toggle(reaction)}
          >
            <span aria-hidden>{signs[reaction]}</span> {people.length}
          </UnstyledButton>
        );
      })}
      {canComment && <MoreReactions isMine={isMine} onToggle={toggle} />}
    </div>
  );
}

interface MoreReactionsProps {
  isMine(reaction: Reaction): boolean;
  onToggle(reaction: Reaction): void;
}

function MoreReactions({ isMine, onToggle }: MoreReactionsProps) {
  const { t } = useTranslation('comments');
  return (
    <Menu position="bottom-start" withinPortal shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.reaction} data-add aria-label={t('react')} title={t('react')}>
          <IconMoodPlus size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {reactionSchema.options.map((reaction) => (
          <Menu.Item
            key={reaction}
            leftSection={<span aria-hidden>{signs[reaction]}</span>}
            onClick={() => onToggle(reaction)}
            {...(isMine(reaction) && { fw: 600, 'aria-current': true })}
          >
            {t(`reaction.${reaction}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
