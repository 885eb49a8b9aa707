// What stands above the list of comments: which of them, words to find in them, of whom, in which section, and the way from one to
// the next.
import { ActionIcon, Chip, CloseButton, Group, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { ariaKeys } from '../../editor/ui/shortcuts.ts';
import classes from './comments.module.css';
import { type CommentFilter, commentFilters } from './filter-threads.ts';
import { useCommentedSections } from './use-filtered.ts';

/** What narrows the list beside its filter. */
export interface Chosen {
  organisationId: string | null;
  sectionId: string | null;
  search: string;
}

export const noChoice: Chosen = { organisationId: null, sectionId: null, search: '' };

interface ListToolsProps {
  filter: CommentFilter;
  onFilter(filter: CommentFilter): void;
  goneLabel: string | undefined;
  chosen: Chosen;
  onChosen(chosen: Chosen): void;
  onStep(by: 1 | -1): void;
}

export function ListTools({ filter, onFilter, goneLabel, chosen, onChosen, onStep }: ListToolsProps) {
  const { t } = useTranslation('comments');
  const change = (part: Partial<Chosen>) => {
    const next = { ...chosen, ...part };
    const isNothing = next.organisationId === null && next.sectionId === null && next.search === '';
    onChosen(isNothing ? noChoice : next);
  };
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={chosen.search}
          onChange={(event) => change({ search: event.currentTarget.value })}
          rightSection={
            chosen.search !== '' && (
              <CloseButton size="xs" aria-label={t('searchClear')} onClick={() => change({ search: '' })} />
            )
          }
        />
        <Steps onStep={onStep} />
      </Group>
      <FilterChips filter={filter} onFilter={onFilter} goneLabel={goneLabel} />
      <Choices chosen={chosen} onChange={change} />
    </>
  );
}

function FilterChips({ filter, onFilter, goneLabel }: Pick<ListToolsProps, 'filter' | 'onFilter' | 'goneLabel'>) {
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

function Choices({ chosen, onChange }: { chosen: Chosen; onChange(part: Partial<Chosen>): void }) {
  const { t } = useTranslation('comments');
  const { proposal } = useProposal();
  const sections = useCommentedSections();
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
        value={chosen.organisationId}
        onChange={(organisationId) => onChange({ organisationId })}
      />
      {sections.length > 1 && (
        <Select
          size="xs"
          flex={1}
          aria-label={t('section')}
          placeholder={t('allSections')}
          clearable
          data={sections}
          value={chosen.sectionId}
          onChange={(sectionId) => onChange({ sectionId })}
        />
      )}
    </Group>
  );
}

function Steps({ onStep }: Pick<ListToolsProps, 'onStep'>) {
  const { t } = useTranslation('comments');
  return (
    <>
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
    </>
  );
}
