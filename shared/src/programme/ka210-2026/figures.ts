// What the KA210 call of 2026 fixes in figures. Amounts in cents.
import type { Call, Question } from '../schema.ts';

export const lumpSumsCents: NonNullable<Call['lumpSumsCents']> = {
  value: [3000000, 6000000],
  confidence: 'sourced',
  sources: ['https://www.fundingprogrammesportal.gov.cy/en/call/small-scale-partnerships-en-2025 (Call 2025)'],
};

/** The choices of the form; the id is the amount in euro. */
export const lumpSums: NonNullable<Question['options']> = lumpSumsCents.value.map((cents) => ({
  id: String(cents / 100),
  label: `${new Intl.NumberFormat('en').format(cents / 100)} EUR`,
}));

export const identities: Call['identities'] = {
  workPackagesToLumpSum: null,
  activitiesToWorkPackage: null,
  activitiesToLumpSum: {
    value: true,
    confidence: 'sourced',
    sources: [
      'https://wikis.ec.europa.eu/pages/viewpage.action?pageId=36701056 (EC form guide, KA210 activities, Call 2022)',
    ],
    note: 'a red warning in the form until equal',
  },
};

export const startWindow: Call['startWindow'] = {
  value: { from: '2026-09-01', to: '2027-08-31' },
  confidence: 'unconfirmed',
  sources: ['general knowledge of the field, not confirmed'],
  note: 'as for cooperation partnerships: first round to the end of 2026, second round in 2027',
};
