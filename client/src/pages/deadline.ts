// The deadline that counts for a proposal, and what is left until then. Times are those of Brussels, whatever the device says.
import type { Call } from '@adagia/shared/programme/schema';
import { Temporal } from 'temporal-polyfill';

export interface Deadline {
  /** Of the call; null for one that the partners have set themselves. */
  round: number | null;
  /** Milliseconds since 1970. */
  at: number;
  isConfirmed: boolean;
  note: string;
}

function instantOf(local: string, zone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
}

const BRUSSELS = 'Europe/Brussels';

/** @param local of people, '2027-03-04T12:00' in Brussels. @returns null for what is no date */
export function ownDeadline(local: unknown): Deadline | null {
  if (typeof local !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return null;
  try {
    return { round: null, at: instantOf(local, BRUSSELS), isConfirmed: true, note: '' };
  } catch {
    // The 31st of February: as if none was set.
    return null;
  }
}

/** The next one for this sector; the last when all are over. null when the call has none. */
export function deadlineOf(call: Call, sector: string, nowMs: number): Deadline | null {
  const all = call.deadlines
    .filter(({ sectors }) => !sectors || sectors.includes(sector))
    .flatMap(({ round, at: { value, confidence, note = '' }, zone }) =>
      value === null ? [] : { round, at: instantOf(value, zone), isConfirmed: confidence === 'sourced', note },
    )
    .sort((a, b) => a.at - b.at);
  return all.find(({ at }) => at > nowMs) ?? all.at(-1) ?? null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export interface TimeLeft {
  days: number;
  hours: number;
  minutes: number;
}

/** null when it is over. Minutes are rounded up: "0 minutes" would be read as too late. */
export function timeLeft(untilMs: number, nowMs: number): TimeLeft | null {
  const left = untilMs - nowMs;
  if (left <= 0) return null;
  const minutes = Math.ceil(left / MINUTE_MS);
  return {
    days: Math.floor(minutes / (24 * 60)),
    hours: Math.floor((minutes % (24 * 60)) / 60),
    minutes: minutes % 60,
  };
}

export function isSoon(untilMs: number, nowMs: number): boolean {
  return untilMs > nowMs && untilMs - nowMs < DAY_MS;
}

/** '12 days 3 hr', '3 hr 20 min', '5 min', in the language of the page. */
export function leftText({ days, hours, minutes }: TimeLeft, language: string): string {
  const unit = (value: number, name: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  if (days > 0) return `${unit(days, 'day')} ${unit(hours, 'hour')}`;
  if (hours > 0) return `${unit(hours, 'hour')} ${unit(minutes, 'minute')}`;
  return unit(minutes, 'minute');
}
