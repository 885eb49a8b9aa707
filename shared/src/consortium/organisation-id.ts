// The id of an organisation: in the registration system of the programme E and eight digits (OID), in the EU portal, where the
// executive agency is applied to, nine digits (PIC). That is all that is documented: no check digit is known, so that a wrong
// digit cannot be seen here.
import type { Call } from '../programme/schema.ts';

/** Greek and Cyrillic capitals that look like the E: typed on the keyboards of many partners. */
const LOOKALIKES = /[\u0395\u0415]/g;

/** Upper case, without the blanks, dots and hyphens that people put between digits. Anything else stays as it is. */
export function normaliseOid(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[\s.\-\u2010-\u2015]+/gu, '')
    .replaceAll(LOOKALIKES, 'E');
}

export const isOid = (text: string): boolean => /^E[0-9]{8}$/.test(text);

export const isPic = (text: string): boolean => /^[0-9]{9}$/.test(text);

/** Of either system: what a file or an earlier call brought. Which one is asked for depends on the call. */
export const isOrganisationId = (text: string): boolean => isOid(text) || isPic(text);

/** Under which number a call knows organisations. */
export type OrganisationIdKind = Call['organisationId']['value'];

export const isIdOfKind = (kind: OrganisationIdKind, text: string): boolean => (kind === 'pic' ? isPic : isOid)(text);
