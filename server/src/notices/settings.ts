// How somebody wants to be told, and when their next digest is: 08:00 where they are, also across a change of the clocks.
import type { Tx } from '@adagia/db/open-database';
import { findNoticeSettings, type NoticeSettingsRow, saveNoticeSettings } from '@adagia/db/repositories/notices';
import type { NoticeSettings } from '@adagia/shared/api/notices';
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
