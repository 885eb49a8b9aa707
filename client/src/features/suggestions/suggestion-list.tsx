// All suggestions of the proposal in the order of the page: one by one, or many at once, of one person or in the selected words.
import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../session/observable.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DRAWN_MAX, NearOnly } from '../comments/near-only.tsx';
import { useTargetNames } from '../comments/use-target-names.ts';
import { BulkButtons } from './bulk-buttons.tsx';
import { ListTools } from './list-tools.tsx';
import { SuggestionCard } from './suggestion-card.tsx';
import { suggestionState } from './suggestion-state.ts';
import classes from './suggestions.module.css';
import { usePendingSuggestions } from './use-suggestions.ts';

export interface Scope {
  /** null: everybody. */
  author: string | null;
  /** Names of those in the words that were selected; null: everywhere. */
  selected: ReadonlySet<string> | null;
}

const everything: Scope = { author: null, selected: null };

export function SuggestionList() {
  const { t } = useTranslation('suggestionCards');
  const all = usePendingSuggestions();
  const { active, isHidden } = useObservable(suggestionState);
  const { nameOf } = useTargetNames();
  const [chosen, setScope] = useState<Scope>(everything);
  // Of whom nothing is left is in no list to choose from, and everybody's are shown.
  const scope = all.some((one) => one.author === chosen.author) ? chosen : { ...chosen, author: null };
  const { author, selected } = scope;
  const shown = all.filter((one) => (author === null || one.author === author) && (selected?.has(one.name) ?? true));
  const isNarrowed = author !== null || selected !== null;
  return (
    <>
      <div className={classes.tools}>
        <ListTools all={all} scope={scope} onScope={setScope} />
        <BulkButtons shown={shown} />
        <VisuallyHidden role="status">{t('count', { count: shown.length })}</VisuallyHidden>
      </div>
      {isHidden && <p className={classes.hidden}>{t('hidden')}</p>}
      <div className={classes.list} data-suggestion-list>
        {shown.length === 0 && (
          <EmptyState title={t('empty')}>{t(isNarrowed ? 'emptyNarrowed' : 'emptyHint')}</EmptyState>
        )}
        {shown.map((one) => (
          <NearOnly
            key={one.name}
            isKept={shown.length <= DRAWN_MAX || one.name === active}
            rootSelector="[data-suggestion-list]"
          >
            <SuggestionCard
              suggestion={one}
              isActive={one.name === active}
              about={nameOf({ kind: 'question', key: one.key })}
            />
          </NearOnly>
        ))}
      </div>
    </>
  );
}
