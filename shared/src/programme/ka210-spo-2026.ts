// Small-scale partnerships in sport, run by the executive agency. Little of it was found: most figures are those of small-scale
// partnerships in other fields, and not confirmed.

import { criteria as agencyCriteria } from './ka210-2026/criteria.ts';
import { lumpSums, lumpSumsCents } from './ka210-2026/figures.ts';
import { ka210In2026 } from './ka210-2026.ts';
import { ka220OfAgencyIn2026 } from './ka220-eacea-2026.ts';
import { prioritiesOfSport, prioritiesOfSportBasis } from './options/priorities-sport.ts';
import { partBStatements, pic } from './part-b/figures.ts';
import { organisationsSection, partASection, partBSections } from './part-b/sections.ts';
import type { Call } from './schema.ts';

const unconfirmed = ['general knowledge of the field, not confirmed'];
const guess = { confidence: 'unconfirmed', sources: unconfirmed } as const;

export const ka210OfSportIn2026: Call = {
  ...ka220OfAgencyIn2026,
  id: 'KA210-SPO-2026',
  action: 'KA210-SPO',
  actionLabel: 'Small-scale partnerships in sport',
  sectors: [{ id: 'SPO', label: 'Sport' }],
  sections: [
    partASection(lumpSums, { options: prioritiesOfSport, optionsBasis: prioritiesOfSportBasis }),
    organisationsSection,
    ...partBSections,
  ],
  pageLimit: { value: 40, ...guess, note: 'for grants up to 60,000 euro' },
  deadlines: [
    {
      round: 1,
      at: { value: '2026-03-05T17:00', ...guess, note: 'as other topics of the executive agency' },
      zone: 'Europe/Brussels',
    },
  ],
  durationMonths: { min: { value: 6, ...guess }, max: { value: 24, ...guess } },
  organisationsMin: { value: 2, ...guess },
  countriesMin: { value: 2, ...guess },
  eligibility: {
    ...ka210In2026.eligibility,
    partnerRegions: { value: [], ...guess, note: 'as small-scale partnerships in other fields' },
  },
  organisationId: pic,
  lumpSumsCents: {
    ...lumpSumsCents,
    sources: ['https://fundingprogrammesportal.gov.cy/en/call/small-scale-partnerships'],
  },
  criteria: agencyCriteria.map((one) => ({ ...one, points: { value: one.points.value, ...guess } })),
  thresholdTotal: { value: 60, ...guess, note: 'as small-scale partnerships in other fields' },
  statements: partBStatements,
};
