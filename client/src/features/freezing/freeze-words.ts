// What a freeze says, in words: when, and who may unlock it.
import type { Freeze } from '@adagia/shared/api/freezes';
import { useTranslation } from 'react-i18next';
import { momentFormat } from '../../i18n/time-zone.ts';

export function useFreezeWords() {
  const { t, i18n } = useTranslation('freezing');
  const moment = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    whenOf: (at: string): string => moment.format(new Date(at)),
    unlockersOf({ unlockers, unlockerPeople, frozenBy }: Freeze): string {
      if (unlockers === 'coordinators') return t('coordinators');
      const people = unlockers === 'freezer' ? [frozenBy] : unlockerPeople;
      return new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(people.map(({ name }) => name));
    },
  };
}
