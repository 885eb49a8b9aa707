// The words of mails in the reader's language. A language is one file beside this one and one line here; it does not compile while a
// sentence of it is missing.
import { chooseLanguage, type Language, languages } from '@adagia/shared/languages';
import { de } from './de.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pl } from './pl.ts';

type Widened<T> = {
  [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...given: never[]) => string
      ? T[Key]
      : Widened<T[Key]>;
};
export type MailWords = Widened<typeof en>;

const catalogues: Record<Language, MailWords> = { en, de, fr, es, el, pl };

/** @param wanted BCP 47 or an Accept-Language header; the first that there is, else English */
export function mailWords(wanted: string | null | undefined): { language: Language; words: MailWords } {
  const language = chooseLanguage(wanted, languages) ?? 'en';
  return { language, words: catalogues[language] };
}

/** For `Intl`: the words of `en` with days and months as in Europe, whose calls these are. */
export const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : language);
