// Which hours this person lives by: those of the device, unless they chose others for their account. Digests come by them too, so that
// the server is told where the device is.
import type { Me } from '@adagia/shared/api/people';

export const deviceTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

let chosen: string | null = null;

/** For `Intl`, wherever a moment is shown. */
export const shownTimeZone = (): string => chosen ?? deviceTimeZone();

/** Once it is known who is there, and when they choose. @returns whether the server should be told where this device is */
export function followTimeZone({ place, isGuest }: Pick<Me, 'place' | 'isGuest'>): boolean {
  chosen = place && !place.followsDevice ? place.timeZone : null;
  // Guests get no mails, and choose nothing.
  return !isGuest && chosen === null && place?.timeZone !== deviceTimeZone();
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment as this person reads it: in their language and by their hours. Days without an hour are not moments: they are in UTC.
 * Kept: making one costs more than drawing a card of a comment.
 */
export function momentFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const timeZone = shownTimeZone();
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone, ...options });
  formats.set(key, format);
  return format;
}
