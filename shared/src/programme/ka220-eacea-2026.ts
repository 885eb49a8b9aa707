// Cooperation partnerships that the executive agency runs itself: sport, and European NGOs in education, training and youth.

import { criteria as agencyCriteria } from './ka220-2026/criteria.ts';
import { lumpSums, lumpSumsCents } from './ka220-2026/figures.ts';
import { ka220In2026 } from './ka220-2026.ts';
import { prioritiesOfSport, prioritiesOfSportBasis } from './options/priorities-sport.ts';
import { halfPoints } from './options/score-step.ts';
import { partBStatements, pic } from './part-b/figures.ts';
import { organisationsSection, partASection, partBSections } from './part-b/sections.ts';
import type { Call } from './schema.ts';

const portal =
  'https://www.fundingprogrammesportal.gov.cy/en/call/partnerships-for-cooperation-cooperation-partnerships-in-the-field-of-youth-submitted-by-european-ngos-2026-en-2025 (Call 2026)';
const callOf2025 =
  'https://www.fundingprogrammesportal.gov.cy/en/call/cooperation-partnerships-en-2025 (Cyprus government portal, Call 2025)';
const unconfirmed = ['general knowledge of the field, not confirmed'];
const asAgencies = {
  confidence: 'unconfirmed',
  sources: ['as in the form of the National Agencies; not confirmed here'],
} as const;

export const ka220OfAgencyIn2026: Call = {
  id: 'KA220-EACEA-2026',
  action: 'KA220-EACEA',
  actionLabel: 'Cooperation partnerships of the executive agency',
  year: 2026,
  sectors: [
    { id: 'SPO', label: 'Sport' },
    { id: 'ENGO-EDU', label: 'European NGOs in education and training' },
    { id: 'ENGO-YOU', label: 'European NGOs in youth' },
  ],
  sections: [
    partASection(lumpSums, { options: prioritiesOfSport, optionsBasis: prioritiesOfSportBasis }),
    organisationsSection,
    ...partBSections,
  ],
  pageLimit: {
    value: 70,
    confidence: 'unconfirmed',
    sources: unconfirmed,
    note: 'only the limit of 40 pages of another action (capacity building, Guide 2025) was found',
  },
  deadlines: [
    {
      round: 1,
      at: {
        value: '2026-03-05T17:00',
        confidence: 'sourced-secondary',
        sources: ['https://grantalist.com/grant/ERASMUS-EDU-2026-PCOOP-ENGO'],
        note: '17:00 is unconfirmed general knowledge (the topic page of 2021 says 17:00 in Brussels)',
      },
      zone: 'Europe/Brussels',
    },
  ],
  durationMonths: {
    min: { value: 12, confidence: 'sourced-secondary', sources: [callOf2025] },
    max: { value: 36, confidence: 'sourced-secondary', sources: [callOf2025] },
  },
  organisationsMin: { value: 3, confidence: 'sourced', sources: [portal] },
  countriesMin: { value: 3, confidence: 'sourced', sources: [portal] },
  eligibility: {
    ...ka220In2026.eligibility,
    partnerRegions: { value: [1, 2, 3], confidence: 'sourced', sources: [portal], note: 'Belarus excluded' },
    applicantAgeYearsMin: null,
    applicationsPerOidMax: { value: 10, ...asAgencies },
  },
  organisationId: pic,
  signedDocuments: [
    {
      kinds: ['declaration'],
      from: 'applicant',
      basis: { value: true, confidence: 'unconfirmed', sources: unconfirmed },
    },
  ],
  lumpSumsCents: { ...lumpSumsCents, sources: [portal] },
  budgetUnit: 'work_package',
  unitCosts: null,
  activityParts: null,
  managementShareMax: null,
  workPackages: {
    min: { value: 1, ...asAgencies },
    max: { value: 10, ...asAgencies },
    recommendedTotalMax: { value: 5, ...asAgencies },
  },
  activitiesPerWorkPackageMin: { value: 1, ...asAgencies },
  managementHasActivities: { value: false, ...asAgencies },
  identities: {
    workPackagesToLumpSum: { value: true, ...asAgencies },
    activitiesToWorkPackage: null,
    activitiesToLumpSum: null,
  },
  startWindow: {
    value: { from: '2026-09-01', to: '2027-12-31' },
    confidence: 'unconfirmed',
    sources: unconfirmed,
    note: 'the topic says it',
  },
  criteria: agencyCriteria.map((one) => ({
    ...one,
    points: { value: one.points.value, confidence: 'unconfirmed', sources: unconfirmed },
  })),
  thresholdTotal: {
    value: 60,
    confidence: 'unconfirmed',
    sources: unconfirmed,
    note: 'some topics of the agency use 70: read the call',
  },
  scoreStep: halfPoints,
  tieBreak: null,
  qualityBands: [],
  statements: partBStatements,
};
