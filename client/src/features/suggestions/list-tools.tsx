// What narrows the list of suggestions, the way from one to the next, and whether any are shown beside the text.
import { ActionIcon, Chip, Group, Select, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ariaKeys } from '../../editor/ui/shortcuts.ts';
import { useObservable } from '../../session/observable.ts';
import { useHasSelectedWords } from '../comments/use-selected-words.ts';
import { selectedStretch, suggestionsIn } from './places.ts';
import type { PendingSuggestion } from './suggestion-index.ts';
import type { Scope } from './suggestion-list.tsx';
import { changeSuggestions, suggestionState } from './suggestion-state.ts';
import { useStepSuggestions } from './use-step.ts';
import { useAuthorName, useSuggestionIndex } from './use-suggestions.ts';

interface ListToolsProps {
  all: readonly PendingSuggestion[];
  scope: Scope;
  onScope(scope: Scope): void;
}

export function ListTools({ all, scope, onScope }: ListToolsProps) {
  const { t } = useTranslation('suggestionCards');
  const { isHidden } = useObservable(suggestionState);
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Authors all={all} scope={scope} onScope={onScope} />
        <Steps />
      </Group>
      <Group gap="xs" justify="space-between">
        <InSelection scope={scope} onScope={onScope} />
        <Switch
          size="xs"
          label={t('commentsOnly')}
          checked={isHidden}
          onChange={(event) => changeSuggestions({ isHidden: event.currentTarget.checked, active: null })}
        />
      </Group>
    </>
  );
}

function Authors({ all, scope, onScope }: ListToolsProps) {
  const { t } = useTranslation('suggestionCards');
  const nameOf = useAuthorName();
  const counts = Map.groupBy(all, ({ author }) => author);
  const data = [...counts].map(([value, own]) => ({
    value,
    label: t('authorCount', { name: nameOf(value), count: own.length }),
  }));
  return (
    <Select
      size="xs"
      flex={1}
      aria-label={t('author')}
      placeholder={t('everybody')}
      clearable
      data={data}
      value={scope.author}
      onChange={(author) => onScope({ ...scope, author })}
    />
  );
}

/** What is selected when it is pressed: the selection may go, the choice stays. */
function InSelection({ scope, onScope }: Omit<ListToolsProps, 'all'>) {
  const { t } = useTranslation('suggestionCards');
  const index = useSuggestionIndex();
  const hasWords = useHasSelectedWords();
  const isOn = scope.selected !== null;
  const choose = (checked: boolean) => {
    const stretch = checked ? selectedStretch() : null;
    const names = stretch && suggestionsIn(index, stretch).map(({ name }) => name);
    onScope({ ...scope, selected: names && new Set(names) });
  };
  return (
    <span onMouseDown={(event) => event.preventDefault()} role="presentation">
      <Chip size="xs" checked={isOn} disabled={!isOn && !hasWords} onChange={choose}>
        {t('onlySelected')}
      </Chip>
    </span>
  );
}

function Steps() {
  const { t } = useTranslation('suggestionCards');
  const step = useStepSuggestions();
  return (
    <>
      <ActionIcon
        variant="default"
        aria-label={t('previous')}
        title={t('previous')}
        aria-keyshortcuts={ariaKeys('previousSuggestion')}
        onClick={() => step(-1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('next')}
        title={t('next')}
        aria-keyshortcuts={ariaKeys('nextSuggestion')}
        onClick={() => step(1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
    </>
  );
}
