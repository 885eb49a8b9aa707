// Every string that a person reads comes from the catalogue. Keys are typed: a missing one does not compile.
import { use } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { first } from './en/first.ts';
import type { en } from './en/index.ts';
import { isolate } from './isolate.ts';
import { english, type StartingLanguage } from './languages.ts';
import { missWord } from './missed-words.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}

/** Must have resolved before the first render. With the words that this needs: `allWords` brings the others. */
export async function startI18n({ lng, words }: StartingLanguage = english): Promise<void> {
  await use(initReactI18next).init({
    lng,
    fallbackLng: 'en',
    defaultNS: 'common',
    resources: { en: first, ...words },
    // React escapes markup; what has to be done to others' words here is another thing.
    interpolation: { escapeValue: true, escape: isolate },
    returnNull: false,
    parseMissingKeyHandler: missWord,
    react: { bindI18nStore: 'added' },
  });
}
