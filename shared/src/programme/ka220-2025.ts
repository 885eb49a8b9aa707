// KA220, Cooperation partnerships, call 2025: the form of 2026 with the questions, priorities and dates of the year before.
import { withChange, withoutQuestions, withQuestion } from './form-edits.ts';
import { ka220In2026 } from './ka220-2026.ts';
import { prioritiesOf2025, prioritiesOf2025Basis } from './options/priorities-2025.ts';
import type { Call, FormSection, Question } from './schema.ts';

const template = ['NA form template'];
const single = { confidence: 'unconfirmed', note: 'single copy' } as const;
const unconfirmed = ['general knowledge of the field, not confirmed'];

const complementarity: Question = {
  id: 'complementarity',
  prompt: 'How it complements earlier initiatives of the partners',
  guidance: 'Which earlier projects and initiatives it builds on, and what it adds to them.',
  type: 'text',
  repeat: 'project',
  limit: {
    value: 2000,
    confidence: 'sourced-secondary',
    sources: ['NA form template', 'gunnit/erasmus form_questions.json'],
    note: 'agreed by 2 independent copies',
  },
  criteria: ['relevance'],
};

const impactWider: Question = {
  id: 'impact_wider',
  prompt: 'Wider impact; impact on each partner; other beneficiaries',
  guidance: 'Who beyond the participants is better off, where, and how it shows at each partner.',
  type: 'text',
  repeat: 'project',
  limit: { value: 3000, sources: template, ...single },
  criteria: ['impact'],
};

const sharing: Question = {
  id: 'sharing',
  prompt: 'Plan for sharing and promoting results; audiences',
  guidance: 'Who should know of which result, by which means, when, and who does it.',
  type: 'text',
  repeat: 'project',
  limit: { value: 3000, sources: template, ...single },
  criteria: ['impact'],
};

const indicators: Question = {
  id: 'wp_indicators',
  prompt: 'Qualitative and quantitative indicators',
  guidance: 'What will be measured, with a starting value, a target and the way of measuring it.',
  type: 'text',
  repeat: 'work_package',
  limit: {
    value: 3000,
    confidence: 'unconfirmed',
    sources: ['pipeline'],
    note: 'one question for both kinds until 2025',
  },
  criteria: ['design'],
};

/** Asked since 2026. */
const NEW_IN_2026 = [
  'followup_erasmus',
  'followup_other',
  'synergy_other',
  'dissemination',
  'impact_level',
  'impact_how',
  'wp_indicators_qual',
  'wp_indicators_quant',
];

/** In the places that they had: first put in beside what replaced them, then the new ones go. */
function sectionsOf2025(): FormSection[] {
  let sections: FormSection[] = ka220In2026.sections;
  sections = withQuestion(sections, 'wp_indicators_qual', indicators);
  sections = withQuestion(sections, 'impact_how', impactWider);
  sections = withQuestion(sections, 'impact_wider', sharing);
  sections = withQuestion(sections, 'innovation', complementarity);
  sections = withoutQuestions(sections, NEW_IN_2026);
  const priorities = { options: prioritiesOf2025, optionsBasis: prioritiesOf2025Basis };
  sections = withChange(sections, ['priority_main', 'priority_extra'], priorities);
  const ofNextYear = { value: true, sources: ['the list of the call of 2026'], confidence: 'unconfirmed' } as const;
  return withChange(sections, ['topics'], { optionsBasis: ofNextYear });
}

export const ka220In2025: Call = {
  ...ka220In2026,
  id: 'KA220-2025',
  year: 2025,
  sections: sectionsOf2025(),
  deadlines: [
    {
      round: 1,
      at: {
        value: '2025-03-05T12:00',
        confidence: 'sourced-secondary',
        sources: ['https://fundsforindividuals.fundsforngos.org/grants/erasmus-programme-small-scale-partnerships/'],
        note: 'date sourced for small-scale partnerships; the same date for KA220 is unconfirmed general knowledge',
      },
      zone: 'Europe/Brussels',
    },
    {
      round: 2,
      at: {
        value: '2025-10-01T12:00',
        confidence: 'unconfirmed',
        sources: unconfirmed,
        note: 'held only where the National Agency decides so',
      },
      zone: 'Europe/Brussels',
      sectors: ['YOU'],
    },
  ],
  eligibility: {
    ...ka220In2026.eligibility,
    partnerRegions: {
      value: Array.from({ length: 14 }, (_, index) => index + 1),
      confidence: 'unconfirmed',
      sources: unconfirmed,
      note: 'any third country not associated except Belarus and Russia, only as partner, only if it adds essential value',
    },
    excludedCountries: { value: ['BY', 'RU'], confidence: 'unconfirmed', sources: unconfirmed },
  },
  startWindow: {
    value: { from: '2025-09-01', to: '2026-08-31' },
    confidence: 'unconfirmed',
    sources: unconfirmed,
    note: 'round 1: 1 September to 31 December 2025; round 2: 1 January to 31 August 2026',
  },
};
