// What else the guides say of KA220 in 2026, in our words.
import type { Call } from '../schema.ts';

export const statements: Call['statements'] = [
  {
    id: 'where',
    label: 'Where to apply',
    says: {
      value:
        "National Agency of the applicant's country; European NGOs in education, training, youth and all sport projects: EACEA",
      confidence: 'sourced',
      sources: [
        'https://www.fundingprogrammesportal.gov.cy/en/call/cooperation-partnerships-en-2025 (Cyprus government portal, Call 2025)',
        'https://grantalist.com/grant/ERASMUS-EDU-2026-PCOOP-ENGO',
      ],
    },
  },
  {
    id: 'venue',
    label: 'Venues',
    says: {
      value:
        'countries of the participating (or associated) organisations; exceptions: seat of an EU institution; sharing events in Member States/associated countries',
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
  },
  {
    id: 'partners_known',
    label: 'Partners',
    says: {
      value: 'All partners are known when the application is submitted.',
      confidence: 'sourced',
      sources: [
        'https://www.fundingprogrammesportal.gov.cy/en/call/cooperation-partnerships-en-2025 (Cyprus government portal, Call 2025)',
      ],
    },
  },
  {
    id: 'organisations_max',
    label: 'Number of organisations',
    says: {
      value: 'There is no highest number of organisations.',
      confidence: 'sourced',
      sources: [
        'https://www.fundingprogrammesportal.gov.cy/en/call/cooperation-partnerships-en-2025 (Cyprus government portal, Call 2025)',
      ],
      note: 'no maximum',
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
      note: 'one application, to one National Agency only; the last version submitted before the deadline counts; identical or very similar applications are all rejected',
    },
  },
  {
    id: 'associated',
    label: 'Associated partners',
    says: {
      value: 'allowed, named in the text; no funding; do not count for minimum numbers; no contractual link',
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
  },
  {
    id: 'lump_sum',
    label: 'Choosing the lump sum',
    says: {
      value: 'one of the fixed amounts; if the need is between, adapt the project to the amount (Handbook FAQ)',
      confidence: 'sourced-secondary',
      sources: ['http://erasmus.ankara.edu.tr/en/erasmus-ka2-related-documents (Handbook FAQ)'],
    },
  },
  {
    id: 'cofinancing',
    label: 'Co-financing',
    says: {
      value:
        'grant is a contribution; the rest comes from the partners in money, goods or work; no co-financing table is asked',
      confidence: 'sourced-secondary',
      sources: [
        'http://erasmus.ankara.edu.tr/en/erasmus-ka2-related-documents (Handbook FAQ)',
        "GianfrancoStefani/ScritturaErasmus KA220-E_AppForm.xlsx (a consortium's Excel copy of the web form with counters; 2026 wording)",
      ],
    },
  },
  {
    id: 'subcontracting',
    label: 'Subcontracting',
    says: {
      value: 'allowed if not core activities; the amount must be stated in the activity description',
      confidence: 'sourced-secondary',
      sources: [
        "GianfrancoStefani/ScritturaErasmus KA220-E_AppForm.xlsx (a consortium's Excel copy of the web form with counters; 2026 wording)",
        'http://erasmus.ankara.edu.tr/en/erasmus-ka2-related-documents (Handbook FAQ)',
      ],
    },
  },
  {
    id: 'budget_summary',
    label: 'Budget summary',
    says: {
      value: 'In the budget summary, the organisations of a work package add up to its amount.',
      confidence: 'unconfirmed',
      sources: ['planner of an agency user (ibay46); the EC guide asks for the details of the budget summary only'],
    },
  },
  {
    id: 'final_payment',
    label: 'Final payment',
    says: {
      value:
        'From 70 points 100 % is paid, from 55 points 90 %, from 40 points 60 %, from 10 points 30 %, below that nothing.',
      confidence: 'sourced-secondary',
      sources: [
        'ibay46/-erasmus-plus-portal (lib/budget/ka220.ts, lib/ka-score/criteria.ts, lib/content/applicationFormQuestions.ts); cites Handbook on lump sums Call 2026 and Guide for Experts 2026',
      ],
      note: '[minimum score, % paid]; WP1 not scored; overall score = budget-weighted mean of the other WPs; if overall >= 70, only WPs under 70 are reduced; else the whole grant',
    },
  },
  {
    id: 'threshold_each',
    label: 'Points of each criterion',
    says: {
      value: 'At least half of the points of each criterion (13, 15, 10, 13).',
      confidence: 'sourced-secondary',
      sources: ['gunnit/erasmus backend/data/form_questions.json, quality_scorer.py (KA220-ADU)'],
    },
  },
  {
    id: 'priorities',
    label: 'Priorities',
    says: {
      value: 'at least one horizontal and/or one priority of the field; form: one main + up to two additional',
      confidence: 'sourced-secondary',
      sources: [
        "GianfrancoStefani/ScritturaErasmus KA220-E_AppForm.xlsx (a consortium's Excel copy of the web form with counters; 2026 wording)",
        'https://www.fundingprogrammesportal.gov.cy/en/call/cooperation-partnerships-en-2025 (Cyprus government portal, Call 2025)',
      ],
    },
  },
  {
    id: 'topics',
    label: 'Topics',
    says: {
      value: 'At most three topics are chosen.',
      confidence: 'sourced',
      sources: [
        'https://wikis.ec.europa.eu/plugins/viewsource/viewpagesrc.action?pageId=71926205 (EC form guide, KA220 sections)',
      ],
    },
  },
];
