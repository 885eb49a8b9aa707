// How an organisation comes to a figure: days of its staff times what a day of each costs it. Confidential, and so never in the
// document; the result is taken over into the cell by hand. Whole cents, each line rounded to the nearest.
import { z } from 'zod';
import { type StaffCategory, staffCategorySchema } from './staff-categories.ts';

/** Hundredths of a day: half days and quarters. A thousand years of work are a slip of the keyboard. */
export const DAYS_MAX_HUNDREDTHS = 25_000_000;
export const WORKING_NOTE_MAX = 500;

export const workingSchema = z.object({
  /** Hundredths of a day, by category; absent for none. */
  days: z.partialRecord(staffCategorySchema, z.number().int().min(1).max(DAYS_MAX_HUNDREDTHS)),
  /** What else one should know of it. */
  note: z.string().max(WORKING_NOTE_MAX).trim(),
});
export type Working = z.infer<typeof workingSchema>;

export type Rates = Partial<Record<StaffCategory, number>>;

export function lineCents(hundredths: number, rateCents: number): number {
  return Math.round((hundredths * rateCents) / 100);
}

export interface WorkingResult {
  cents: number;
  /** Categories with days and without a rate: the result lacks them. */
  missing: StaffCategory[];
}

export function workingResult({ days }: Pick<Working, 'days'>, rates: Rates): WorkingResult {
  const result: WorkingResult = { cents: 0, missing: [] };
  for (const category of staffCategorySchema.options) {
    const hundredths = days[category];
    if (hundredths === undefined) continue;
    const rate = rates[category];
    if (rate === undefined) result.missing.push(category);
    else result.cents += lineCents(hundredths, rate);
  }
  return result;
}

/** "2,5" and "2.5" days. @returns hundredths, null for nothing, undefined for what is no number of days */
export function parseDays(text: string): number | null | undefined {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return null;
  if (!/^\d{1,6}(?:\.\d{1,2})?$/.test(typed)) return undefined;
  const hundredths = Math.round(Number(typed) * 100);
  return hundredths > DAYS_MAX_HUNDREDTHS ? undefined : hundredths || null;
}
