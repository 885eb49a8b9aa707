// A broken rule as a sentence: its figures as money, shares and dates of the reader's language.

import type { Fix } from '@adagia/shared/budget/fix-candidates';
import { formatAmount, formatShare } from '@adagia/shared/budget/format-amount';
import type { Violation } from '@adagia/shared/budget/rule';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { countryNameIn } from '../../ui/use-country-name.ts';

type Data = Violation['data'];

function dayText(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

function entryText([name, value]: [string, string | number], locale: string): [string, string] {
  if (name.endsWith('Cents')) return [name.slice(0, -'Cents'.length), formatAmount(Number(value), locale, 'euro')];
  if (/share$/i.test(name)) return [name, formatShare(Number(value), locale)];
  if (name === 'country') return [name, countryNameIn(locale)(String(value))];
  if (name.endsWith('Day')) return [name, dayText(String(value), locale)];
  return [name, String(value)];
}

function nameOf(data: Data, t: TFunction<'budget'>): string {
  const number = String(data.number ?? '');
  return data.title ? t('named', { ns: 'cells', number, title: data.title }) : t('untitled', { ns: 'cells', number });
}

export function violationText(violation: Violation, t: TFunction<'budget'>, locale: string): string {
  const texts = Object.fromEntries(Object.entries(violation.data).map((entry) => entryText(entry, locale)));
  // Which values a sentence needs depends on its rule; the test of the rules' words looks for gaps that stay open.
  const translate = t as (key: string, values: Record<string, string>) => string;
  return translate(`messages.${violation.message}`, { ...texts, name: nameOf(violation.data, t) });
}

/** What mends it, as a sentence. */
export function fixText({ kind, data }: Fix, t: TFunction<'budget'>, locale: string): string {
  const texts = Object.fromEntries(Object.entries(data).map((entry) => entryText(entry, locale)));
  const otherName = nameOf({ number: data.otherNumber ?? '', title: data.otherTitle ?? '' }, t);
  // Which values it needs depends on its kind, as above.
  const translate = t as (key: string, values: Record<string, string>) => string;
  return translate(`fix.${kind}`, { ...texts, name: nameOf(data, t), otherName });
}

export function useViolationText(): (violation: Violation) => string {
  const { t, i18n } = useTranslation('budget');
  return useCallback((violation) => violationText(violation, t, i18n.language), [t, i18n.language]);
}
