// The words of mails in the reader's language. A language is one file beside this one and one line here.
import { en } from './en.ts';

type Words = Readonly<Record<string, string>>;
type Widened<T> = {
  [Key in keyof T]: T[Key] extends string ? string : T[Key] extends Words ? Record<keyof T[Key], string> : T[Key];
};
export type MailWords = Widened<typeof en>;

const catalogues: Readonly<Record<string, MailWords>> = { en };

/** @param wanted BCP 47 or an Accept-Language header; the first that there is, else English */
export function mailWords(wanted: string | null | undefined): { language: string; words: MailWords } {
  for (const part of (wanted ?? '').split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase();
    const words = catalogues[language];
    if (words) return { language, words };
  }
  return { language: 'en', words: en };
}
