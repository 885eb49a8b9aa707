// The comments of the proposal in the order of the page, with filters and a search. Where it stands is not its business.
import { VisuallyHidden } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../session/observable.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { activate, changeComments, commentState } from './comment-state.ts';
import classes from './comments.module.css';
import type { CommentFilter } from './filter-threads.ts';
import { type Chosen, ListTools, noChoice } from './list-tools.tsx';
import { DRAWN_MAX, NearOnly } from './near-only.tsx';
import { NewThread } from './thread/new-thread.tsx';
import { ThreadCard } from './thread/thread-card.tsx';
import { useThreadPlaces } from './thread-places.ts';
import { neighbourOf, useStepKeys } from './use-comment-keys.ts';
import { useFiltered } from './use-filtered.ts';
import type { OrderedThreads } from './use-ordered-threads.ts';
import { useTargetNames } from './use-target-names.ts';

interface CommentListProps {
  ordered: OrderedThreads;
  /** How one begins, where there are none yet; about words when left out. */
  emptyHint?: string;
  /** What threads are called whose place is gone. */
  goneLabel?: string;
}

export function CommentList({ ordered, emptyHint, goneLabel }: CommentListProps) {
  const { t } = useTranslation('comments');
  const { threads, gone } = ordered;
  const { composing, active } = useObservable(commentState);
  const { nameOf } = useTargetNames();
  const places = useThreadPlaces();
  const [filter, setFilter] = useState<CommentFilter>(() =>
    threads.some(({ id, resolvedAt }) => id === active && resolvedAt) ? 'Resolved' : 'Open',
  );
  const [chosen, setChosen] = useState<Chosen>(noChoice);
  // What is typed is there at once, and found a moment later.
  const search = useDeferredValue(chosen.search);
  const shown = useFiltered(ordered, { ...chosen, search, filter, active });
  const step = (by: 1 | -1) => {
    const next = neighbourOf(shown, active, by);
    if (!next) return;
    activate(next.id, true);
    places.reveal(next);
  };
  useStepKeys(step);
  // What was open before is not what one has just been reading among the new ones.
  const chooseFilter = (next: CommentFilter) => {
    changeComments({ active: null });
    setFilter(next);
  };
  const isNarrowed = chosen !== noChoice;
  return (
    <>
      <div className={classes.tools}>
        {composing && <NewThread key={JSON.stringify(composing.target)} composing={composing} />}
        <ListTools
          filter={filter}
          onFilter={chooseFilter}
          goneLabel={goneLabel}
          chosen={chosen}
          onChosen={setChosen}
          onStep={step}
        />
        <VisuallyHidden role="status">{t('shownCount', { count: shown.length })}</VisuallyHidden>
      </div>
      <div className={classes.threads} data-comment-list>
        {shown.length === 0 && (
          <EmptyState title={t('empty')}>{isNarrowed ? t('emptyNarrowed') : (emptyHint ?? t('emptyHint'))}</EmptyState>
        )}
        {shown.map((thread) => (
          <NearOnly
            key={thread.id}
            isKept={shown.length <= DRAWN_MAX || thread.id === active}
            rootSelector="[data-comment-list]"
          >
            <ThreadCard
              thread={thread}
              about={nameOf(thread.target)}
              isGone={gone.has(thread.id)}
              isActive={thread.id === active}
            />
          </NearOnly>
        ))}
      </div>
    </>
  );
}
