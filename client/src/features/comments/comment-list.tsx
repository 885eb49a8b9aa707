// All comments of the proposal in the order of the page, with filters. Where it stands is not its business.
import { ActionIcon, Chip, Group, Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { ariaKeys } from '../../editor/ui/shortcuts.ts';
import { useObservable } from '../../session/observable.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { activate, changeComments, commentState } from './comment-state.ts';
import classes from './comments.module.css';
import { type CommentFilter, commentFilters, filterThreads } from './filter-threads.ts';
import { NewThread } from './thread/new-thread.tsx';
import { ThreadCard } from './thread/thread-card.tsx';
import { useThreadPlaces } from './thread-places.ts';
import { neighbourOf, useStepKeys } from './use-comment-keys.ts';
import type { OrderedThreads } from './use-ordered-threads.ts';
import { useTargetNames } from './use-target-names.ts';

interface CommentListProps {
  ordered: OrderedThreads;
  /** How one begins, where there are none yet; about words when left out. */
  emptyHint?: string;
  /** What threads are called whose place is gone. */
  goneLabel?: string;
}

export function CommentList({ ordered: { threads, gone }, emptyHint, goneLabel }: CommentListProps) {
  const { t } = useTranslation('comments');
  const { me } = useProposal();
  const { composing, active } = useObservable(commentState);
  const { nameOf } = useTargetNames();
  const places = useThreadPlaces();
  const [filter, setFilter] = useState<CommentFilter>(() =>
    threads.some(({ id, resolvedAt }) => id === active && resolvedAt) ? 'Resolved' : 'Open',
  );
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const shown = filterThreads(threads, { filter, organisationId, me: me.id, gone, active });
  const step = (by: 1 | -1) => {
    const next = neighbourOf(shown, active, by);
    if (!next) return;
    activate(next.id, true);
    places.reveal(next);
  };
  useStepKeys(step);
  // What was open before is not what one has just been reading among the new ones.
  const chooseFilter = (chosen: CommentFilter) => {
    changeComments({ active: null });
    setFilter(chosen);
  };
  return (
    <>
      <div className={classes.tools}>
        {composing && <NewThread key={JSON.stringify(composing.target)} composing={composing} />}
        <FilterChips filter={filter} onFilter={chooseFilter} goneLabel={goneLabel} />
        <ListTools organisationId={organisationId} onOrganisation={setOrganisationId} onStep={step} />
      </div>
      <div className={classes.threads} data-comment-list>
        {shown.length === 0 && <EmptyState title={t('empty')}>{emptyHint ?? t('emptyHint')}</EmptyState>}
        {shown.map((thread) => (
          <ThreadCard
            key={thread.id}
            thread={thread}
            about={nameOf(thread.target)}
            isGone={gone.has(thread.id)}
            isActive={thread.id === active}
          />
        ))}
      </div>
    </>
  );
}

interface FilterChipsProps {
  filter: CommentFilter;
  onFilter(filter: CommentFilter): void;
  goneLabel: string | undefined;
}

function FilterChips({ filter, onFilter, goneLabel }: FilterChipsProps) {
  const { t } = useTranslation('comments');
  return (
    <Chip.Group value={filter} onChange={(value) => onFilter(commentFilters.find((one) => one === value) ?? 'Open')}>
      <div role="radiogroup" aria-label={t('filterLabel')} className={classes.filters}>
        {commentFilters.map((value) => (
          <Chip key={value} value={value} size="xs">
            {(value === 'Gone' && goneLabel) || t(`filter${value}`)}
          </Chip>
        ))}
      </div>
    </Chip.Group>
  );
}

interface ListToolsProps {
  organisationId: string | null;
  onOrganisation(id: string | null): void;
  onStep(by: 1 | -1): void;
}

function ListTools({ organisationId, onOrganisation, onStep }: ListToolsProps) {
  const { t } = useTranslation('comments');
  const { proposal } = useProposal();
  return (
    <Group gap="xs" wrap="nowrap">
      <Select
        size="xs"
        flex={1}
        aria-label={t('organisation')}
        placeholder={t('allOrganisations')}
        clearable
        data={proposal.organisations.map(({ id, legalName }, index) => ({
          value: id as string,
          label: `P${index + 1} ${legalName}`,
        }))}
        value={organisationId}
        onChange={onOrganisation}
      />
      <ActionIcon
        variant="default"
        aria-label={t('previous')}
        aria-keyshortcuts={ariaKeys('previousComment')}
        onClick={() => onStep(-1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('next')}
        aria-keyshortcuts={ariaKeys('nextComment')}
        onClick={() => onStep(1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
    </Group>
  );
}
