// Days until which something is wanted, in words. A day is over when it is over where the reader is.
import { useTranslation } from 'react-i18next';

/** 'YYYY-MM-DD' on this device. */
export const localToday = (now = new Date()): string => new Intl.DateTimeFormat('sv-SE').format(now);

export const isOverdue = (dueOn: string, today = localToday()): boolean => dueOn !== '' && dueOn < today;

/** 'YYYY-MM-DD' → '20 Feb 2026'. */
export function useDueText(): (day: string) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T12:00:00Z`));
}
