// KA210, Small-scale partnerships, call 2026. Facts as found in public sources, each figure with its source and confidence.

import { activitiesSection } from './ka210-2026/activities.ts';
import { budgetSummarySection } from './ka210-2026/budget-summary.ts';
import { contextSection } from './ka210-2026/context.ts';
import { cooperationSection } from './ka210-2026/cooperation.ts';
import { criteria } from './ka210-2026/criteria.ts';
import { descriptionSection } from './ka210-2026/description.ts';
import { eligibility, signedDocuments } from './ka210-2026/eligibility.ts';
import { endSection } from './ka210-2026/end.ts';
import { identities, lumpSumsCents, startWindow } from './ka210-2026/figures.ts';
import { impactSection } from './ka210-2026/impact.ts';
import { organisationsSection } from './ka210-2026/organisations.ts';
import { prioritiesSection } from './ka210-2026/priorities.ts';
import { statements } from './ka210-2026/statements.ts';
import { summarySection } from './ka210-2026/summary.ts';
import { qualityBands } from './options/quality-bands.ts';
import { wholePoints } from './options/score-step.ts';
import type { Call } from './schema.ts';

export const ka210In2026: Call = {
  id: 'KA210-2026',
  action: 'KA210',
  actionLabel: 'Small-scale partnerships',
  year: 2026,
  sectors: [
    { id: 'SCH', label: 'School education' },
    { id: 'VET', label: 'Vocational education and training' },
    { id: 'ADU', label: 'Adult education' },
    { id: 'YOU', label: 'Youth' },
  ],
  sections: [
    contextSection,
    organisationsSection,
    prioritiesSection,
    descriptionSection,
    cooperationSection,
    activitiesSection,
    budgetSummarySection,
    impactSection,
    summarySection,
    endSection,
  ],
  pageLimit: null,
  deadlines: [
    {
      round: 1,
      at: {
        value: '2026-03-05T12:00',
        confidence: 'unconfirmed',
        sources: ['general knowledge of the field, not confirmed'],
      },
      zone: 'Europe/Brussels',
    },
    {
      round: 2,
      at: {
        value: '2026-10-01T12:00',
        confidence: 'unconfirmed',
        sources: ['general knowledge of the field, not confirmed'],
        note: 'held only where the National Agency decides so',
      },
      zone: 'Europe/Brussels',
    },
  ],
  durationMonths: {
    min: {
      value: 6,
      confidence: 'sourced',
      sources: ['https://fondi.eu/erasmusplus/partnership-for-cooperation/small-scale-partnerships'],
    },
    max: {
      value: 24,
      confidence: 'sourced',
      sources: ['https://fondi.eu/erasmusplus/partnership-for-cooperation/small-scale-partnerships'],
    },
  },
  organisationsMin: {
    value: 2,
    confidence: 'sourced',
    sources: ['https://erasmusplus.idep.org.cy/en/vasiki-drasi-2/symprakseis-mikris-klimakas (Cyprus National Agency)'],
  },
  countriesMin: {
    value: 2,
    confidence: 'sourced',
    sources: ['https://erasmusplus.idep.org.cy/en/vasiki-drasi-2/symprakseis-mikris-klimakas (Cyprus National Agency)'],
  },
  eligibility,
  organisationId: {
    value: 'oid',
    confidence: 'sourced',
    sources: ['https://wikis.ec.europa.eu/display/NAITDOC/Organisation+ID'],
  },
  signedDocuments,
  lumpSumsCents,
  budgetUnit: 'activity',
  unitCosts: null,
  activityParts: null,
  managementShareMax: null,
  workPackages: null,
  activitiesPerWorkPackageMin: null,
  managementHasActivities: null,
  identities,
  startWindow,
  criteria,
  thresholdTotal: {
    value: 60,
    confidence: 'sourced-secondary',
    sources: ['https://growthprojects.eu/?p=3595 (on Programme Guide 2026)'],
  },
  scoreStep: wholePoints,
  tieBreak: null,
  qualityBands,
  statements,
};
