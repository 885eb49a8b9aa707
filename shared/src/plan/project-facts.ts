// What the workplan and the budget need to know of the facts: lump sum, duration, start. A fact is what the portal asks for
// (question ids of programme/*/context.ts); anything unreadable counts as not said.
import type { Fields } from '../document.ts';
import { MONTH_MAX } from './plan-fields.ts';

export interface ProjectFacts {
  lumpSumCents: number | null;
  /** Months. */
  duration: number | null;
  /** 'YYYY-MM-DD', an existing day. */
  startDate: string | null;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function dayOf(value: unknown): string | null {
  const parts = typeof value === 'string' ? DAY.exec(value) : null;
  if (!parts) return null;
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 2000 ? parts[0] : null;
}

/** The lump sum is stored as the id of its option: whole euro as text. */
function centsOf(value: unknown): number | null {
  const euro = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof euro === 'number' && Number.isSafeInteger(euro * 100) && euro > 0 ? euro * 100 : null;
}

export function readProjectFacts(facts: Fields): ProjectFacts {
  const duration = Number(facts.get('duration'));
  return {
    lumpSumCents: centsOf(facts.get('lump_sum')),
    duration: Number.isInteger(duration) && duration >= 1 && duration <= MONTH_MAX ? duration : null,
    startDate: dayOf(facts.get('start_date')),
  };
}

/** Where a day lies on the axis: 1 is the first day of M1, 1.5 its middle. null outside of it, or without a start. */
export function monthAt(startDate: string | null, day: Date, months: number): number | null {
  if (!startDate) return null;
  const [year = 0, first = 1] = startDate.split('-').map(Number);
  const whole = (day.getFullYear() - year) * 12 + day.getMonth() + 2 - first;
  const days = new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate();
  return whole >= 1 && whole <= months ? whole + (day.getDate() - 1) / days : null;
}

/** @returns the first day of a month of the project, at noon UTC so that no time zone moves it to another month. */
export function monthDate(startDate: string, month: number): Date {
  const [year = 0, first = 1] = startDate.split('-').map(Number);
  return new Date(Date.UTC(year, first - 2 + month, 1, 12));
}
