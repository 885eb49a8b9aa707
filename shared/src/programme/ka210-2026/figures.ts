// What the KA210 call of 2026 fixes in figures. Amounts in cents.
import type { Call, Question } from '../schema.ts';

export const lumpSumsCents: Call['lumpSumsCents'] = {
  value: [3000000, 6000000],
  confidence: 'sourced',
  sources: ['https://www.fundingprogrammesportal.gov.cy/en/call/small-scale-partnerships-en-2025 (Call 2025)'],
};

/** The choices of the form; the id is the amount in euro. */
export const lumpSums: NonNullable<Question['options']> = lumpSumsCents.value.map((cents) => ({
  id: String(cents / 100),
  label: `${new Intl.NumberFormat('en').format(cents / 100)} EUR`,
}));
