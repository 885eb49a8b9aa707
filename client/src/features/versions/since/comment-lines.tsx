// What others said in comments since: who, the first words, and the way to the thread.
import type { Since } from '@adagia/shared/api/since';
import { threadAnchor } from '@adagia/shared/notice-path';
import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { momentFormat } from '../../../i18n/time-zone.ts';
import classes from './since.module.css';

interface CommentLinesProps {
  comments: Since['comments'];
  nameOf(id: string): string;
}

export function CommentLines({ comments, nameOf }: CommentLinesProps) {
  const { t, i18n } = useTranslation('since');
  const { proposal } = useProposal();
  const moment = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section aria-labelledby="since-comments">
      <Title order={2} size="h4" mt="lg" id="since-comments">
        {t('comments', { count: comments.length })}
      </Title>
      <ul className={classes.lines}>
        {comments.map(({ threadId, target, by, at, words }) => (
          <li key={`${threadId} ${at} ${words}`} className={classes.line}>
            <Text span fw={500}>
              <bdi>{nameOf(by)}</bdi>
            </Text>{' '}
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link
                  to={target.kind === 'cell' ? '/p/$proposalId/budget' : '/p/$proposalId/write'}
                  params={{ proposalId: proposal.id }}
                  hash={threadAnchor(threadId)}
                  {...props}
                />
              )}
            >
              {words}
            </Anchor>{' '}
            <Text span size="xs" c="dimmed">
              {moment.format(new Date(at))}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
