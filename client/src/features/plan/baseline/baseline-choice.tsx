// Which version's bars lie behind those of now. Nothing is asked of the server before somebody opens the list or has chosen one.
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../ui/show-problem.ts';
import { useVersionWords } from '../../versions/use-version-words.ts';
import { useBaselineChoice, useBaselineVersion, useNamedVersions } from './use-baseline.ts';

export function BaselineChoice() {
  const { t } = useTranslation('planBaseline');
  const { id, choose, isAllowed } = useBaselineChoice();
  const [isAsked, setAsked] = useState(false);
  const named = useNamedVersions(isAllowed && (isAsked || id !== ''));
  const { data, error } = useBaselineVersion(id);
  const { titleOf } = useVersionWords();
  if (!isAllowed) return null;
  const options = (named ?? []).map((one) => ({ value: one.id as string, label: titleOf(one) }));
  // Its name was taken away since, or it is older than those that are listed.
  if (data && !options.some(({ value }) => value === id)) options.push({ value: id, label: titleOf(data.version) });
  return (
    <Select
      size="xs"
      aria-label={t('choose')}
      placeholder={t('none')}
      w={220}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      nothingFoundMessage={t(named ? 'noNamed' : 'loading')}
      searchable={options.length > 8}
      value={id || null}
      onChange={(value) => choose(value ?? '')}
      onDropdownOpen={() => setAsked(true)}
      data={options}
      error={id && error ? problemText(error) : undefined}
    />
  );
}
