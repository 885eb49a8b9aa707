// Names of countries in the language of the page, from the codes of the programme (EL, UK).
import { countries } from '@adagia/shared/programme/countries';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const isoOf = new Map(countries.map(({ code, iso }) => [code, iso]));

export function countryNameIn(language: string): (code: string) => string {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return (code) => {
    const iso = isoOf.get(code);
    return (iso && names.of(iso)) || code;
  };
}

export function useCountryName(): (code: string) => string {
  const { i18n } = useTranslation();
  const nameOf = useMemo(() => countryNameIn(i18n.language), [i18n.language]);
  return useCallback((code) => nameOf(code), [nameOf]);
}
