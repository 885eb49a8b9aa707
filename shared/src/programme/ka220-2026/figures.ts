// What the KA220 call of 2026 fixes in figures. Amounts in cents.
import type { Call, Question } from '../schema.ts';

export const lumpSumsCents: NonNullable<Call['lumpSumsCents']> = {
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

const formGuide =
  'https://wikis.ec.europa.eu/display/NAITDOC/Project+design+and+implementation+in+KA220+applications (EC form guide, Call 2024 text)';
const copiesOfTheForm = ['copies of the web form (xlsx of a consortium, planner of an agency user)'];

export const activitiesPerWorkPackageMin: Call['activitiesPerWorkPackageMin'] = {
  value: 1,
  confidence: 'sourced',
  sources: [formGuide],
};

export const managementHasActivities: Call['managementHasActivities'] = {
  value: false,
  confidence: 'sourced',
  sources: [formGuide],
};

export const identities: Call['identities'] = {
  workPackagesToLumpSum: { value: true, confidence: 'sourced-secondary', sources: copiesOfTheForm },
  activitiesToWorkPackage: { value: true, confidence: 'sourced-secondary', sources: copiesOfTheForm },
  activitiesToLumpSum: null,
};

export const startWindow: Call['startWindow'] = {
  value: { from: '2026-09-01', to: '2027-08-31' },
  confidence: 'unconfirmed',
  sources: ['general knowledge of the field, not confirmed'],
  note: 'round 1: 1 September to 31 December 2026; round 2: 1 January to 31 August 2027',
};
