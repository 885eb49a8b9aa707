// What the KA220 call of 2026 fixes in figures. Amounts in cents.
import type { Call, Question } from '../schema.ts';

export const lumpSumsCents: Call['lumpSumsCents'] = {
  value: [12000000, 25000000, 40000000],
  confidence: 'sourced',
  sources: [
    'https://www.fundingprogrammesportal.gov.cy/en/call/cooperation-partnerships-en-2025 (Cyprus government portal, Call 2025)',
  ],
};

/** The choices of the form; the id is the amount in euro. */
export const lumpSums: NonNullable<Question['options']> = lumpSumsCents.value.map((cents) => ({
  id: String(cents / 100),
  label: `${new Intl.NumberFormat('en').format(cents / 100)} EUR`,
}));
