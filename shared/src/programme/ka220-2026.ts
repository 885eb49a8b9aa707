// KA220, Cooperation partnerships, call 2026. Facts as found in public sources, each figure with its source and confidence.

import { annexesSection } from './ka220-2026/annexes.ts';
import { checklistSection } from './ka220-2026/checklist.ts';
import { contextSection } from './ka220-2026/context.ts';
import { criteria, tieBreak } from './ka220-2026/criteria.ts';
import { designSection } from './ka220-2026/design.ts';
import { eligibility, signedDocuments } from './ka220-2026/eligibility.ts';
import { euValuesSection } from './ka220-2026/eu-values.ts';
import {
  activitiesPerWorkPackageMin,
  identities,
  lumpSumsCents,
  managementHasActivities,
  startWindow,
} from './ka220-2026/figures.ts';
import { impactSection } from './ka220-2026/impact.ts';
import { organisationsSection } from './ka220-2026/organisations.ts';
import { partnershipSection } from './ka220-2026/partnership.ts';
import { relevanceSection } from './ka220-2026/relevance.ts';
import { statements } from './ka220-2026/statements.ts';
import { summarySection } from './ka220-2026/summary.ts';
import { qualityBands } from './options/quality-bands.ts';
import { wholePoints } from './options/score-step.ts';
import type { Call } from './schema.ts';

export const ka220In2026: Call = {
  id: 'KA220-2026',
  action: 'KA220',
  actionLabel: 'Cooperation partnerships',
  year: 2026,
  sectors: [
    { id: 'SCH', label: 'School education' },
    { id: 'VET', label: 'Vocational education and training' },
    { id: 'ADU', label: 'Adult education' },
    { id: 'HED', label: 'Higher education' },
    { id: 'YOU', label: 'Youth' },
  ],
  sections: [
    contextSection,
    organisationsSection,
    relevanceSection,
    partnershipSection,
    impactSection,
    designSection,
    summarySection,
    euValuesSection,
    annexesSection,
    checklistSection,
  ],
  pageLimit: null,
  deadlines: [
    {
      round: 1,
      at: {
        value: '2026-03-05T12:00',
        confidence: 'sourced-secondary',
        sources: ['https://grantalist.com/grant/ERASMUS-EDU-2026-PCOOP-ENGO'],
        note: 'date sourced for the EACEA topic (17:00 there); 12:00 for National Agencies unconfirmed general knowledge',
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
      sectors: ['YOU'],
    },
  ],
  durationMonths: {
    min: {
      value: 12,
      confidence: 'sourced',
      sources: [
        'https://www.fundingprogrammesportal.gov.cy/en/call/cooperation-partnerships-en-2025 (Cyprus government portal, Call 2025)',
      ],
    },
    max: {
      value: 36,
      confidence: 'sourced',
      sources: [
        'https://www.fundingprogrammesportal.gov.cy/en/call/cooperation-partnerships-en-2025 (Cyprus government portal, Call 2025)',
      ],
    },
  },
  organisationsMin: {
    value: 3,
    confidence: 'sourced',
    sources: [
      'https://www.fundingprogrammesportal.gov.cy/en/call/cooperation-partnerships-en-2025 (Cyprus government portal, Call 2025)',
    ],
  },
  countriesMin: {
    value: 3,
    confidence: 'sourced',
    sources: [
      'https://www.fundingprogrammesportal.gov.cy/en/call/cooperation-partnerships-en-2025 (Cyprus government portal, Call 2025)',
    ],
    note: 'three different EU Member States or third countries associated',
  },
  eligibility,
  organisationId: {
    value: 'oid',
    confidence: 'sourced',
    sources: ['https://wikis.ec.europa.eu/display/NAITDOC/Organisation+ID'],
  },
  signedDocuments,
  lumpSumsCents,
  budgetUnit: 'work_package',
  unitCosts: null,
  activityParts: null,
  managementShareMax: {
    value: 0.2,
    confidence: 'sourced',
    sources: [
      'https://wikis.ec.europa.eu/pages/diffpagesbyversion.action?pageId=90280760&selectedPageVersions=11&selectedPageVersions=12 (EC form guide; 20 % check)',
    ],
  },
  workPackages: {
    min: {
      value: 1,
      confidence: 'sourced',
      sources: [
        'https://wikis.ec.europa.eu/display/NAITDOC/Project+design+and+implementation+in+KA220+applications (EC form guide, Call 2024 text)',
      ],
    },
    max: {
      value: 10,
      confidence: 'sourced',
      sources: [
        'https://wikis.ec.europa.eu/display/NAITDOC/Project+design+and+implementation+in+KA220+applications (EC form guide, Call 2024 text)',
      ],
    },
    recommendedTotalMax: {
      value: 5,
      confidence: 'sourced',
      sources: [
        'https://wikis.ec.europa.eu/display/NAITDOC/Project+design+and+implementation+in+KA220+applications (EC form guide, Call 2024 text)',
        'http://erasmus.ankara.edu.tr/en/erasmus-ka2-related-documents (Handbook FAQ)',
      ],
    },
  },
  activitiesPerWorkPackageMin,
  managementHasActivities,
  identities,
  startWindow,
  criteria,
  thresholdTotal: { value: 60, confidence: 'sourced-secondary', sources: ['https://growthprojects.eu/?p=3620'] },
  scoreStep: wholePoints,
  tieBreak,
  qualityBands,
  statements,
};
