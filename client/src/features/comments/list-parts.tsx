// What is fetched once somebody has had time to type, or opens it: suggestions beside the comments.
import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { withWords } from '../../i18n/with-words.ts';
import { useObservable } from '../../session/observable.ts';
import { useWhenIdle } from '../narrative/use-when-idle.ts';
import classes from './comment-column.module.css';
import { CommentList } from './comment-list.tsx';
import { changeComments, commentState } from './comment-state.ts';
import { marginGuests } from './margin/margin-guests.ts';
import type { OrderedThreads } from './use-ordered-threads.ts';

const SuggestionSource = lazy(async () => ({
  default: (await withWords(import('../suggestions/suggestion-source.tsx'))).SuggestionSource,
}));
const SuggestionList = lazy(async () => ({
  default: (await withWords(import('../suggestions/suggestion-list.tsx'))).SuggestionList,
}));

export function SuggestionsBeside() {
  // Nobody waits for it.
  const isIdle = useWhenIdle();
  return <Suspense fallback={null}>{isIdle && <SuggestionSource />}</Suspense>;
}

/** The comments, or in their place the suggestions. */
export function ListParts({ ordered }: { ordered: OrderedThreads }) {
  const { t } = useTranslation('comments');
  const { list } = useObservable(commentState);
  const { count } = useObservable(marginGuests);
  const parts = [
    { name: 'comments', label: t('title') },
    { name: 'suggestions', label: t('suggestions', { count }) },
  ] as const;
  return (
    <>
      <Button.Group aria-label={t('parts')} className={classes.tabs}>
        {parts.map(({ name, label }) => (
          <Button
            key={name}
            size="compact-sm"
            flex={1}
            variant={list === name ? 'light' : 'default'}
            aria-pressed={list === name}
            onClick={() => changeComments({ list: name, active: null })}
          >
            {label}
          </Button>
        ))}
      </Button.Group>
      {list === 'comments' && <CommentList ordered={ordered} />}
      {list === 'suggestions' && (
        <Suspense fallback={null}>
          <SuggestionList />
        </Suspense>
      )}
    </>
  );
}
