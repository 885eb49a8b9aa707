// Months of the project in words: M3 to M12, March 2027 to December 2027. Calendar months need the start date.
import type { Period } from '@adagia/shared/plan/period';
import { monthDate } from '@adagia/shared/plan/project-facts';
import { t } from 'i18next';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than a hundred uses, and a plan names hundreds of months. */
function formatterOf(locale: string): Intl.DateTimeFormat {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const known = formatters.get(locale) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(locale, known);
  return known;
}

export function monthName(startDate: string, month: number, locale: string): string {
  return formatterOf(locale).format(monthDate(startDate, month));
}

export function periodWords({ from, to }: Period, startDate: string | null, locale: string): string {
  const months = from === to ? t('plan:gantt.oneMonth', { from }) : t('plan:gantt.months', { from, to });
  if (from > to) return `${months}, ${t('plan:gantt.turned')}`;
  if (!startDate) return months;
  const first = monthName(startDate, from, locale);
  if (from === to) return t('plan:gantt.oneDate', { months, from: first });
  return t('plan:gantt.dates', { months, from: first, to: monthName(startDate, to, locale) });
}
