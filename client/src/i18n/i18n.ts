// Every string that a person reads comes from the catalogue. Keys are typed: a missing one does not compile.
import { use } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { isolate } from './isolate.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}

/** Must have resolved before the first render. */
export async function startI18n(): Promise<void> {
  await use(initReactI18next).init({
    // The words are those of `en`; days and months are written as in Europe, whose forms these are: 4 March 2027, 17:00.
    lng: 'en-GB',
    fallbackLng: 'en',
    defaultNS: 'common',
    resources: { en },
    // React escapes markup; what has to be done to others' words here is another thing.
    interpolation: { escapeValue: true, escape: isolate },
    returnNull: false,
  });
}
