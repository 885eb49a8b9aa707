// How somebody wants to be told, and when their next digest is: 08:00 where they are, also across a change of the clocks.
import type { Tx } from '@adagia/db/open-database';
import { findUserByEmail } from '@adagia/db/repositories/members';
import { findNoticeSettings, type NoticeSettingsRow, saveNoticeSettings } from '@adagia/db/repositories/notices';
import type { NoticeSettings } from '@adagia/shared/api/notices';
import { chooseLanguage, type Language, languages } from '@adagia/shared/languages';
import { Cron } from 'croner';

/** Where most of the people are, until their browser says otherwise. */
const byDefault: NoticeSettings = {
  language: 'en',
  timeZone: 'Europe/Brussels',
  followsDevice: true,
  hasDigest: true,
  hasImmediate: true,
};

/** Milliseconds between two digests at least, whatever the time zones of their mornings. */
const APART_MS = 12 * 60 * 60 * 1000;

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

/** Where they are, and whether they said so themselves; null where nothing is known of them. */
export function timeZoneOfPerson(tx: Tx, userId: string): Place | null {
  const known = findNoticeSettings(tx, userId);
  return known ? { timeZone: known.timeZone, followsDevice: known.followsDevice } : null;
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

/** Where somebody is, and whether their device says so or they. */
type Place = Pick<NoticeSettings, 'timeZone' | 'followsDevice'>;

/** What somebody wants, and what their device says of where it is. */
export type SettingsChange = Partial<NoticeSettings> & { deviceTimeZone?: string };

function timeZoneAfter(before: Place, change: SettingsChange): Place {
  const followsDevice = change.followsDevice ?? (change.timeZone === undefined && before.followsDevice);
  const ofDevice = followsDevice ? change.deviceTimeZone : undefined;
  return { followsDevice, timeZone: ofDevice ?? change.timeZone ?? before.timeZone };
}

/** Another time zone moves the next digest, and makes no second one on the same day. */
export function changeSettings(tx: Tx, userId: string, now: number, change: SettingsChange): NoticeSettingsRow {
  const before = settingsOf(tx, userId, now);
  const { language, hasDigest, hasImmediate } = { ...before, ...change };
  const { timeZone, followsDevice } = timeZoneAfter(before, change);
  const isMoved = timeZone !== before.timeZone;
  const earliest = Math.max(now, before.nextDigestAt - APART_MS);
  const nextDigestAt = isMoved ? nextMorning(timeZone, earliest) : before.nextDigestAt;
  const after = { ...before, language, timeZone, followsDevice, hasDigest, hasImmediate, nextDigestAt };
  saveNoticeSettings(tx, after);
  return after;
}
