// Which languages the pages have, and which one this person gets: what they chose, kept with their account and on this device, else the
// first wish of their browser. The words of a language are fetched when they are needed, those of pages that are not open yet a moment
// after the others. English is always there.
import { chooseLanguage, type Language, languageSchema } from '@adagia/shared/languages';
import i18next, { changeLanguage } from 'i18next';
import type { Catalogue, FirstWords } from './catalogue.ts';
import { wasWordMissed } from './missed-words.ts';

interface WordsOf {
  first(): Promise<FirstWords>;
  all(): Promise<Catalogue>;
}

/** Beside English. One entry and one folder for each. */
const others = {
  de: {
    first: async () => (await import('./de/first.ts')).first,
    all: async () => (await import('./de/index.ts')).de,
  },
} as const satisfies Record<string, WordsOf>;

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
  words: Record<string, FirstWords>;
}
export const english: StartingLanguage = { lng: localeOf('en'), words: {} };

/** Before the first page is drawn. */
export async function startingLanguage(): Promise<StartingLanguage> {
  const language = wanted();
  document.documentElement.lang = language;
  if (language === 'en') return english;
  try {
    return { lng: localeOf(language), words: { [language]: await others[language].first() } };
  } catch {
    // Without network on a first visit: English is better than nothing.
    document.documentElement.lang = 'en';
    return english;
  }
}

/** By language. Many parts wait for the same words. */
const fetched = new Map<PageLanguage, Promise<void>>();

function fetchWords(language: PageLanguage): Promise<void> {
  const words = fetched.get(language) ?? addWords(language);
  fetched.set(language, words);
  // Without network: whoever asks next tries again.
  words.catch(() => fetched.delete(language));
  return words;
}

/** What is drawn has its words (`withWords`): to tell it of others would draw the whole page anew. */
async function addWords(language: PageLanguage): Promise<void> {
  const words = language === 'en' ? (await import('./en/index.ts')).en : await others[language].all();
  const quietly = { silent: !wasWordMissed(), skipCopy: true };
  for (const [namespace, said] of Object.entries(words)) {
    i18next.addResourceBundle(language, namespace, said, false, false, quietly);
  }
}

/** The words of every page, in English and in the language that is spoken. Pages that are fetched wait for them. */
export async function allWords(): Promise<void> {
  const spoken = pageLanguages.find((one) => i18next.language?.startsWith(one)) ?? 'en';
  await Promise.all([fetchWords('en'), fetchWords(spoken)]);
}

/** From now on, on this device too. One that the pages do not have counts for mails alone. */
export async function setLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // No storage in this window: until it is closed.
  }
  const found = pageLanguages.find((one) => one === language) ?? 'en';
  await fetchWords(found);
  await changeLanguage(localeOf(found));
  document.documentElement.lang = found;
}

/** Whoever signs in gets the language of their account. */
export function followAccount(language: Language | null): void {
  if (!language || language === (chosenLanguage() ?? wanted())) return;
  setLanguage(language).catch(() => undefined);
}
