// What to look for next, in a sentence each. Nothing is drawn where nothing is missing.
import type { Suggestion } from '@adagia/shared/consortium/suggest-partners';
import { Alert, List, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCountryName } from '../../ui/use-country-name.ts';

export function Suggestions({ suggestions }: { suggestions: readonly Suggestion[] }) {
  const { t } = useTranslation('partners');
  const textOf = useSuggestionText();
  if (suggestions.length === 0) return null;
  return (
    <Alert color="blue" icon={<IconBulb aria-hidden />} title={t('suggestions')} data-suggestions>
      <List size="sm" listStyleType="none" spacing={4}>
        {suggestions.map((one) => (
          <List.Item key={one.kind}>
            <Text size="sm">{textOf(one)}</Text>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function useSuggestionText(): (suggestion: Suggestion) => string {
  const { t, i18n } = useTranslation('partners');
  const nameOf = useCountryName();
  return (one) => {
    if (one.kind === 'find-newcomer') return t('suggest.newcomer');
    if (one.kind === 'change-applicant') return t('suggest.applicant', { name: one.legalName });
    const have = new Intl.ListFormat(i18n.language).format(one.have.map(nameOf));
    const values = { count: one.organisations, have };
    if (one.countries === 0) return t('suggest.anywhere', values);
    if (one.have.length === 0) return t('suggest.programme', values);
    return one.countries === 1 ? t('suggest.country', values) : t('suggest.countries', values);
  };
}
