// Which languages the pages have, and which one this person gets: what they chose, kept with their account and on this device, else the
// first wish of their browser. The words of a language are fetched when they are needed; English is always there.
import { chooseLanguage, type Language, languageSchema } from '@adagia/shared/languages';
import i18next, { changeLanguage } from 'i18next';
import type { Catalogue } from './catalogue.ts';

/** Beside English. One line and one folder for each. */
const others = {
  de: async (): Promise<Catalogue> => (await import('./de/index.ts')).de,
} as const;

export const pageLanguages = ['en', ...(Object.keys(others) as (keyof typeof others)[])] as const;
type PageLanguage = (typeof pageLanguages)[number];

/** For `Intl` and plurals. English has days and months as in Europe, whose forms these are: 4 March 2027, 17:00. */
const localeOf = (language: PageLanguage): string => (language === 'en' ? 'en-GB' : language);

const KEY = 'adagia-language';

/** null: nothing was chosen on this device. */
export function chosenLanguage(): Language | null {
  try {
    return languageSchema.safeParse(localStorage.getItem(KEY)).data ?? null;
  } catch {
    // No storage in this window: the browser's wish counts.
    return null;
  }
}

/** What a request tells of it: a choice goes before what the browser says of itself. */
export function languageHeader(): Record<string, string> {
  const language = chosenLanguage();
  return language ? { 'accept-language': language } : {};
}

function wanted(): PageLanguage {
  const chosen = chosenLanguage();
  const wishes = chosen ?? (navigator.languages ?? [navigator.language]).join(',');
  return chooseLanguage(wishes, pageLanguages) ?? 'en';
}

export interface StartingLanguage {
  /** For i18next. */
  lng: string;
  /** Beside the English ones. */
  words: Record<string, Catalogue>;
}
export const english: StartingLanguage = { lng: localeOf('en'), words: {} };

/** Before the first page is drawn. */
export async function startingLanguage(): Promise<StartingLanguage> {
  const language = wanted();
  document.documentElement.lang = language;
  if (language === 'en') return english;
  try {
    return { lng: localeOf(language), words: { [language]: await others[language]() } };
  } catch {
    // Without network on a first visit: English is better than nothing.
    document.documentElement.lang = 'en';
    return english;
  }
}

/** From now on, on this device too. One that the pages do not have counts for mails alone. */
export async function setLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // No storage in this window: until it is closed.
  }
  const found = pageLanguages.find((one) => one === language) ?? 'en';
  if (found !== 'en' && !i18next.hasResourceBundle(found, 'common')) {
    for (const [namespace, words] of Object.entries(await others[found]())) {
      i18next.addResourceBundle(found, namespace, words);
    }
  }
  await changeLanguage(localeOf(found));
  document.documentElement.lang = found;
}

/** Whoever signs in gets the language of their account. */
export function followAccount(language: Language | null): void {
  if (!language || language === (chosenLanguage() ?? wanted())) return;
  setLanguage(language).catch(() => undefined);
}
