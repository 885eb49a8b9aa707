// What people may call themselves, since everybody else sees it: beside carets, in mails, in lists. What is invisible or turns
// the line around is taken out; what no name has is refused, with a word that the form shows in its own language.
import { z } from 'zod';

/** Characters. The longest legal names in passports have about 80. */
export const PERSON_NAME_MAX = 100;

/** Why a name is refused. */
export const nameFaults = ['empty', 'long', 'markup', 'address', 'control'] as const;
export type NameFault = (typeof nameFaults)[number];

/** All that is there to format: marks of direction, of width nought, tags. The two joiners are letters' business in many scripts. */
const INVISIBLE = /[\p{Cf}--[\u200c\u200d]]/gv;
/** Stacked accents beyond those of any language run over the lines around. */
const STACKED = /(\p{M}{3})\p{M}+/gu;

export function cleanName(text: string): string {
  return text.normalize('NFC').replaceAll(INVISIBLE, '').replaceAll(STACKED, '$1').replaceAll(/\s+/g, ' ').trim();
}

/** Of a cleaned name. */
function faultOf(name: string): NameFault | null {
  if (/\p{Cc}/u.test(name)) return 'control';
  if (!/[\p{L}\p{N}]/u.test(name)) return 'empty';
  if (name.length > PERSON_NAME_MAX) return 'long';
  if (/[<>]/.test(name)) return 'markup';
  // Mail programs make links of them, under a mail of ours.
  return /:\/\/|\bwww\./i.test(name) ? 'address' : null;
}

/** null: it will do. */
export const nameFaultOf = (text: string): NameFault | null => faultOf(cleanName(text));

export const personNameSchema = z.string().transform((text, context) => {
  const name = cleanName(text);
  const fault = faultOf(name);
  if (fault) context.addIssue({ code: 'custom', message: fault });
  return name;
});
