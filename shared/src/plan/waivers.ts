// A rule of the plan that somebody waived at one place, with the reason: one field, so that two people who waive at once leave
// one whole waiver. It names its author by id, never by name; the server admits it only from that person.
import { type Fields, splitFieldKey } from '../document.ts';

export interface Waiver {
  /** ISO time, UTC, by the clock of the author's device. */
  at: string;
  /** User id. */
  by: string;
  reason: string;
}

/** Characters: a sentence or two. */
export const WAIVER_REASON_MAX = 500;

/** What a rule is broken by when it is the plan as a whole: the number of work packages. */
export const WHOLE_PLAN = '00000000-0000-0000-0000-000000000000';

const FORM = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z) ([A-Za-z0-9_-]{1,64}) (\S(?:[\s\S]*\S)?)$/;

/** @returns null for everything that is not a whole waiver */
export function parseWaiver(value: unknown): Waiver | null {
  // Time, id and blanks take less than 100.
  if (typeof value !== 'string' || value.length > WAIVER_REASON_MAX + 100 || value.includes('\u0000')) return null;
  const [, at = '', by = '', reason = ''] = FORM.exec(value) ?? [];
  return reason && reason.length <= WAIVER_REASON_MAX && !Number.isNaN(Date.parse(at)) ? { at, by, reason } : null;
}

/** @returns null where the reason is empty or too long */
export function writeWaiver({ at, by, reason }: Waiver): string | null {
  const value = `${at} ${by} ${reason.trim()}`;
  return parseWaiver(value) ? value : null;
}

/** @param subjectId an object of the plan, an organisation, or WHOLE_PLAN */
export const waiverKey = (subjectId: string, ruleId: string): string => `${subjectId}/waived:${ruleId}`;

/** Whose waiver the key of a field of the plan holds. */
export const isWaiverKey = (key: string): boolean => splitFieldKey(key)[1].startsWith('waived:');

export function waiverOf(plan: Fields, subjectId: string, ruleId: string): Waiver | null {
  return parseWaiver(plan.get(waiverKey(subjectId, ruleId)));
}
