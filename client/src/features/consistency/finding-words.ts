// A finding as a sentence: what the text says, and what the plan, the budget or the other texts say.
import { formatAmount } from '@adagia/shared/budget/format-amount';
import type { Finding } from '@adagia/shared/consistency/finding';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

function entryText([name, value]: [string, string | number], locale: string): [string, string] {
  if (name.endsWith('Cents')) return [name.slice(0, -'Cents'.length), formatAmount(Number(value), locale, 'euro')];
  return [name, String(value)];
}

/** Of a check that has a sentence for the project and one for what has a number. */
function messageOf({ check, data }: Finding): string {
  if (check === 'text-count') return `text-count-${data.what}`;
  return data.number === '' ? `${check}-project` : check;
}

export function findingText(finding: Finding, t: TFunction<'textChecks'>, locale: string): string {
  const texts = Object.fromEntries(Object.entries(finding.data).map((entry) => entryText(entry, locale)));
  // Which values a sentence needs depends on its check; the test of the words looks for gaps that stay open.
  const translate = t as (key: string, values: Record<string, string>) => string;
  return translate(`messages.${messageOf(finding)}`, texts);
}

export function useFindingText(): (finding: Finding) => string {
  const { t, i18n } = useTranslation('textChecks');
  return useCallback((finding) => findingText(finding, t, i18n.language), [t, i18n.language]);
}
