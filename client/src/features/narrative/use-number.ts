// Numbers in the language of the interface.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export function useNumber(): (value: number) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const format = new Intl.NumberFormat(i18n.language);
    return (value: number) => format.format(value);
  }, [i18n.language]);
}
