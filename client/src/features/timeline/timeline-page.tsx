// The timeline of the proposal: who did what, by day, with filters; follows what happens while one looks.
import type { TimelineEntry } from '@adagia/shared/api/review';
import { listTimeline } from '@adagia/shared/api/review';
import { Button, Container, Text, Title } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { Waiting } from '../../pages/require-me.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PersonBadge } from '../../ui/person-badge.tsx';
import { problemText } from '../../ui/show-problem.ts';
import classes from './timeline.module.css';
import { type TimelineFilter, TimelineFilters } from './timeline-filters.tsx';
import { entryWords } from './timeline-words.ts';
import { useWordsContext } from './use-words-context.ts';

function useTimeline(filter: TimelineFilter) {
  const { proposal } = useProposal();
  return useInfiniteQuery({
    queryKey: [proposal.id, 'timeline', filter],
    queryFn: ({ pageParam }) =>
      callApi(listTimeline, { proposalId: proposal.id }, { ...filter, ...(pageParam && { before: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function TimelinePage() {
  const { t } = useTranslation('timeline');
  const [filter, setFilter] = useState<TimelineFilter>({});
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useTimeline(filter);
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Container size="md" py="lg">
      <Title order={1} size="h2">
        {t('title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('intro')}
      </Text>
      <TimelineFilters filter={filter} onChange={setFilter} />
      {error && !data && <EmptyState title={problemText(error)} />}
      {!data && !error && <Waiting />}
      {data && entries.length === 0 && <EmptyState title={isFiltered ? t('emptyFiltered') : t('empty')} />}
      <EntriesByDay entries={entries} />
      {hasNextPage && (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Container>
  );
}

function EntriesByDay({ entries }: { entries: readonly TimelineEntry[] }) {
  const { i18n } = useTranslation();
  const dayFormat = momentFormat(i18n.language, { dateStyle: 'full' });
  const days = Map.groupBy(entries, (entry) => dayFormat.format(new Date(entry.at)));
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-label={day}>
      <Title order={2} size="h5" mt="lg" mb="xs">
        {day}
      </Title>
      <ol className={classes.list}>
        {ofDay.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  ));
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { i18n } = useTranslation();
  const context = useWordsContext();
  const { title, detail } = entryWords(context, entry);
  const time = momentFormat(i18n.language, { timeStyle: 'short' }).format(new Date(entry.at));
  return (
    <li className={classes.entry} data-kind={entry.kind}>
      <PersonBadge id={entry.actorId ?? ''} name={entry.actorName || '?'} size={30} />
      <div>
        <Text size="sm">{title}</Text>
        {detail && (
          <Text size="sm" c="dimmed">
            {detail}
          </Text>
        )}
      </div>
      <Text size="xs" c="dimmed" component="time" dateTime={entry.at}>
        {time}
      </Text>
    </li>
  );
}
