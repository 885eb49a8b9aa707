// How somebody wants to be told, and when their next digest is: 08:00 where they are, also across a change of the clocks.
import type { Tx } from '@adagia/db/open-database';
import { findUserByEmail } from '@adagia/db/repositories/members';
import { findNoticeSettings, type NoticeSettingsRow, saveNoticeSettings } from '@adagia/db/repositories/notices';
import type { NoticeSettings } from '@adagia/shared/api/notices';
import { chooseLanguage, type Language, languages } from '@adagia/shared/languages';
import { Cron } from 'croner';

/** Where most of the people are, until their browser says otherwise. */
const byDefault: NoticeSettings = { language: 'en', timeZone: 'Europe/Brussels', hasDigest: true, hasImmediate: true };

/** Strictly later than `after`. Milliseconds. */
export function nextMorning(timeZone: string, after: number): number {
  const next = new Cron('0 8 * * *', { timezone: timeZone }).nextRun(new Date(after));
  if (!next) throw new Error('there is no next morning');
  return next.getTime();
}

/** Theirs, or what counts until they choose. A first digest tells of what happens from now on. */
export function settingsOf(tx: Tx, userId: string, now: number): NoticeSettingsRow {
  const known = findNoticeSettings(tx, userId);
  if (known) return known;
  return { userId, ...byDefault, nextDigestAt: nextMorning(byDefault.timeZone, now), digestedUntil: now };
}

/** What they have chosen, or their browser told when they came; null where nothing is known of them. */
export function languageOfPerson(tx: Tx, userId: string): Language | null {
  return chooseLanguage(findNoticeSettings(tx, userId)?.language, languages);
}

/** The same of whoever has an account with it. */
export function languageOfAddress(tx: Tx, email: string): Language | null {
  const user = findUserByEmail(tx, email.trim().toLowerCase());
  return user ? languageOfPerson(tx, user.id) : null;
}

/** When they come for the first time: what their browser says of them counts until they choose. */
export function rememberLanguage(tx: Tx, userId: string, now: number, acceptLanguage: string | null | undefined): void {
  const language = chooseLanguage(acceptLanguage, languages);
  if (!language || findNoticeSettings(tx, userId)) return;
  changeSettings(tx, userId, now, { language });
}

/** Another time zone moves the next digest, and makes no second one on the same day. */
export function changeSettings(
  tx: Tx,
  userId: string,
  now: number,
  change: Partial<NoticeSettings>,
): NoticeSettingsRow {
  const before = settingsOf(tx, userId, now);
  const { language, timeZone, hasDigest, hasImmediate } = { ...before, ...change };
  const isMoved = timeZone !== before.timeZone;
  const nextDigestAt = isMoved ? nextMorning(timeZone, now) : before.nextDigestAt;
  const after = { ...before, language, timeZone, hasDigest, hasImmediate, nextDigestAt };
  saveNoticeSettings(tx, after);
  return after;
}
