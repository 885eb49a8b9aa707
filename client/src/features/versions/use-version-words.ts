// How versions are called: by their name, else by when they were.
import type { Version } from '@adagia/shared/api/versions';
import { useTranslation } from 'react-i18next';

export function useVersionWords() {
  const { i18n } = useTranslation();
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' });
  const moment = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    /** Within its day: from the first change to the last. */
    timeOf: ({ startedAt, at }: Version): string => time.formatRange(new Date(startedAt), new Date(at)),
    titleOf: ({ name, at }: Version): string => {
      const when = moment.format(new Date(at));
      return name === null ? when : `${name} (${when})`;
    },
  };
}
