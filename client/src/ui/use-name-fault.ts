// Says in words what is wrong with the name that somebody typed for themselves.
import { type NameFault, nameFaultOf } from '@adagia/shared/api/person-name';
import { useTranslation } from 'react-i18next';

const words = {
  empty: 'nameMissing',
  long: 'nameLong',
  markup: 'nameMarkup',
  address: 'nameAddress',
  control: 'nameMarkup',
} as const satisfies Record<NameFault, string>;

/** @returns what to say about a name, null when it will do */
export function useNameFault(): (name: string) => string | null {
  const { t } = useTranslation('shell');
  return (name) => {
    const fault = nameFaultOf(name);
    return fault && t(words[fault]);
  };
}
