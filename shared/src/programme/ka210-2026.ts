// KA210, Small-scale partnerships, call 2026. Facts as found in public sources, each figure with its source and confidence.

import { activitiesSection } from './ka210-2026/activities.ts';
import { budgetSummarySection } from './ka210-2026/budget-summary.ts';
import { contextSection } from './ka210-2026/context.ts';
import { cooperationSection } from './ka210-2026/cooperation.ts';
import { descriptionSection } from './ka210-2026/description.ts';
import { eligibility, signedDocuments } from './ka210-2026/eligibility.ts';
import { endSection } from './ka210-2026/end.ts';
import { identities, lumpSumsCents, startWindow } from './ka210-2026/figures.ts';
import { impactSection } from './ka210-2026/impact.ts';
import { organisationsSection } from './ka210-2026/organisations.ts';
import { prioritiesSection } from './ka210-2026/priorities.ts';
import { summarySection } from './ka210-2026/summary.ts';
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
  signedDocuments,
  lumpSumsCents,
  budgetUnit: 'activity',
  managementShareMax: null,
  workPackages: null,
  activitiesPerWorkPackageMin: null,
  managementHasActivities: null,
  identities,
  startWindow,
  criteria: [
    {
      id: 'relevance',
      label: 'Relevance of the project',
      max: 30,
      min: 15,
      aspects: [
        'objectives and priorities of the action (at least one)',
        'EU values',
        'profile and experience of the organisations fit the field',
        'value added at EU level',
      ],
    },
    {
      id: 'design',
      label: 'Quality of the project design and implementation',
      max: 30,
      min: 15,
      aspects: [
        'clear, realistic objectives tied to needs',
        'accessible and inclusive',
        'methodology, work plan and cost-effectiveness (per activity and as a whole)',
        'digital tools and Erasmus+ platforms',
        'environmentally friendly',
        'participation and civic engagement',
      ],
    },
    {
      id: 'partnership',
      label: 'Quality of the partnership and the cooperation arrangements',
      max: 20,
      min: 10,
      aspects: [
        'appropriate mix',
        'newcomers and less experienced organisations',
        'task distribution',
        'coordination and communication mechanisms',
      ],
    },
    {
      id: 'impact',
      label: 'Impact',
      max: 20,
      min: 10,
      aspects: [
        'integration of results in regular work',
        'impact on participants, organisations, community',
        'way of evaluating the results',
        'dissemination and visibility of EU funding',
      ],
    },
  ],
  thresholdTotal: {
    value: 60,
    confidence: 'sourced-secondary',
    sources: ['https://growthprojects.eu/?p=3595 (on Programme Guide 2026)'],
  },
};
