// How versions are called: by their name, else by when they were.
import type { Version } from '@adagia/shared/api/versions';
import { useTranslation } from 'react-i18next';
import { momentFormat } from '../../i18n/time-zone.ts';

export function useVersionWords() {
  const { i18n } = useTranslation();
  const time = momentFormat(i18n.language, { timeStyle: 'short' });
  const moment = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    /** Within its day: from the first change to the last. */
    timeOf: ({ startedAt, at }: Version): string => time.formatRange(new Date(startedAt), new Date(at)),
    titleOf: ({ name, at }: Version): string => {
      const when = moment.format(new Date(at));
      return name === null ? when : `${name} (${when})`;
    },
  };
}
