import type { ShownSectionRight } from '@adagia/shared/api/rights';
import { useTranslation } from 'react-i18next';
import { momentFormat } from '../../i18n/time-zone.ts';

/** Who locked it and when, in words. */
export function useLockWords(): (right: Pick<ShownSectionRight, 'lockedByName' | 'lockedAt'>) => string {
  const { t, i18n } = useTranslation('rights');
  return ({ lockedByName, lockedAt }) => {
    // Made when there is something to say: every answer asks for these words, and hardly any is locked.
    const format = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
    const when = lockedAt ? format.format(new Date(lockedAt)) : '';
    return lockedByName ? t('lockedBy', { name: lockedByName, when }) : t('lockedByGone', { when });
  };
}
