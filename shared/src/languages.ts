// The languages that Adagia speaks, and which of them somebody gets. Mails have all of them; which of them the pages have, the client
// knows (client/src/i18n). A person's own choice is kept with their account; until there is one, their browser's wish counts.
import { z } from 'zod';

export const languages = ['en', 'de', 'fr', 'es', 'el', 'pl'] as const;
export type Language = (typeof languages)[number];
export const languageSchema = z.enum(languages);

/** Each in itself: whoever looks for theirs reads no other. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  el: 'Ελληνικά',
  pl: 'Polski',
};

interface Wish {
  language: string;
  weight: number;
}

/** 'fr-BE;q=0.8' is French with 0.8; what cannot be read is no wish. */
function wishOf(part: string): Wish {
  const [tag = '', ...rest] = part.split(';').map((one) => one.trim().toLowerCase());
  const weight = rest.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
  return { language: tag.split('-')[0] ?? '', weight: Number(weight) || 0 };
}

/**
 * @param wanted a tag (BCP 47) or an Accept-Language header
 * @returns the one wished for most that is offered, null for none
 */
export function chooseLanguage<One extends string>(
  wanted: string | null | undefined,
  offered: readonly One[],
): One | null {
  // As many as anybody speaks; a header of thousands is no wish.
  const wishes = (wanted ?? '').split(',', 50).map(wishOf);
  const heard = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  for (const { language } of heard) {
    const found = offered.find((one) => one === language);
    if (found) return found;
  }
  return null;
}
