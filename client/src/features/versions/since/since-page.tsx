// Since I was here: one line for each part of the proposal that others changed, by whom and how much; a line opens what differs.
import type { Since } from '@adagia/shared/api/since';
import { Button, Container, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { momentFormat } from '../../../i18n/time-zone.ts';
import { Waiting } from '../../../pages/require-me.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { problemText } from '../../../ui/show-problem.ts';
import { UndoPersonLink } from '../undo-person/undo-person-link.tsx';
import { ChangedLine } from './changed-line.tsx';
import { CommentLines } from './comment-lines.tsx';
import classes from './since.module.css';
import { useSince, useVisitSeen } from './use-visit.ts';

export function SincePage() {
  const { t } = useTranslation('since');
  const { proposal } = useProposal();
  const { data, error } = useSince();
  const seen = useVisitSeen();
  const isTold = useRef(false);
  useEffect(() => {
    if (!data || isTold.current) return;
    isTold.current = true;
    seen();
  });
  return (
    <Container size="md" py="lg">
      <Group justify="space-between" align="flex-start">
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/p/$proposalId/write" params={{ proposalId: proposal.id }} {...props} />}
        >
          {t('goOn')}
        </Button>
      </Group>
      {error && data === undefined && <EmptyState title={problemText(error)} />}
      {data === undefined && !error && <Waiting />}
      {data === null && <EmptyState title={t('first')} />}
      {data && <Lines since={data} />}
    </Container>
  );
}

function Lines({ since }: { since: Since }) {
  const { t, i18n } = useTranslation('since');
  const { sinceAt, parts, comments, people } = since;
  const when = momentFormat(i18n.language, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(sinceAt));
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? t('somebody');
  return (
    <>
      <Text c="dimmed" mb="md">
        {t('intro', { when })}
      </Text>
      {parts.length > 0 && <UndoPersonLink since={since.version.at} />}
      {parts.length + comments.length === 0 && <EmptyState title={t('nothing')} />}
      {parts.length > 0 && (
        <ul className={classes.lines} aria-label={t('changed')}>
          {parts.map((part) => (
            <ChangedLine key={part.root} part={part} nameOf={nameOf} />
          ))}
        </ul>
      )}
      {comments.length > 0 && <CommentLines comments={comments} nameOf={nameOf} />}
    </>
  );
}
