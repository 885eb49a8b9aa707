// What else the guides say of KA210 in 2026, in our words.
import type { Call } from '../schema.ts';

export const statements: Call['statements'] = [
  {
    id: 'where',
    label: 'Where to apply',
    says: {
      value: 'National Agency; sport: EACEA; no higher education',
      confidence: 'sourced',
      sources: ['https://fondi.eu/erasmusplus/partnership-for-cooperation/small-scale-partnerships'],
    },
  },
  {
    id: 'countries',
    label: 'Countries',
    says: {
      value: 'EU Member States and third countries associated only',
      confidence: 'sourced',
      sources: ['https://www.fundingprogrammesportal.gov.cy/en/call/small-scale-partnerships-en-2025 (Call 2025)'],
    },
  },
  {
    id: 'organisations_max',
    label: 'Number of organisations',
    says: {
      value: 'No highest number of organisations is known.',
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
  },
  {
    id: 'same_consortium',
    label: 'Same consortium',
    says: {
      value: 'One application of the same consortium for one deadline.',
      confidence: 'sourced',
      sources: [
        'https://fliphtml5.com/gwotv/rzef/ERASMUS%2B_KA2_PARTNERSHIPS_FOR_COOPERATION_PROJECTS/30 (National Agency brochure, p. 29)',
      ],
    },
  },
  {
    id: 'management_share',
    label: 'Project management',
    says: {
      value: 'no fixed cap; experts see about 20 % as usual',
      confidence: 'sourced-secondary',
      sources: [
        'ibay46/-erasmus-plus-portal (lib/budget/ka220.ts, lib/ka-score/criteria.ts, lib/content/applicationFormQuestions.ts); cites Handbook on lump sums Call 2026 and Guide for Experts 2026',
      ],
    },
  },
  {
    id: 'threshold_each',
    label: 'Points of each criterion',
    says: {
      value: 'At least half of the points of each criterion (15, 15, 10, 10).',
      confidence: 'sourced-secondary',
      sources: ['https://growthprojects.eu/?p=3595 (on Programme Guide 2026)'],
    },
  },
  {
    id: 'priorities',
    label: 'Priorities',
    says: {
      value: 'at least one horizontal and/or field priority; one main + up to two',
      confidence: 'sourced-secondary',
      sources: [
        'ibay46/-erasmus-plus-portal (lib/budget/ka220.ts, lib/ka-score/criteria.ts, lib/content/applicationFormQuestions.ts); cites Handbook on lump sums Call 2026 and Guide for Experts 2026',
      ],
    },
  },
  {
    id: 'topics',
    label: 'Topics',
    says: {
      value: 'At most three topics are chosen.',
      confidence: 'sourced-secondary',
      sources: [
        'ibay46/-erasmus-plus-portal (lib/budget/ka220.ts, lib/ka-score/criteria.ts, lib/content/applicationFormQuestions.ts); cites Handbook on lump sums Call 2026 and Guide for Experts 2026',
      ],
    },
  },
  {
    id: 'relevance_note',
    label: 'Relevance of the project',
    says: {
      value:
        'An evaluator who finds no convincing link to at least one priority must score below the threshold (Guide for Experts 2026, secondary)',
      confidence: 'sourced-secondary',
      sources: ['Guide for Experts 2026, at second hand (ibay46)'],
    },
  },
  {
    id: 'design_note',
    label: 'Quality of the project design and implementation',
    says: {
      value:
        'If the outputs do not justify the lump sum, this criterion must be scored below the threshold; the amount cannot be reduced (Guide for Experts 2026, secondary)',
      confidence: 'sourced-secondary',
      sources: ['Guide for Experts 2026, at second hand (ibay46)'],
    },
  },
];
