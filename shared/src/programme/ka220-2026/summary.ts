// Section of the KA220 form, call 2026: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const summarySection: FormSection = {
  id: 'summary',
  title: 'Project summary (public if funded)',
  groups: [
    {
      id: 'summary',
      title: 'Project summary (public if funded)',
      repeat: 'project',
      questions: [
        {
          id: 'sum_objectives',
          prompt: 'Summary: objectives',
          guidance: 'Public if the project is funded: plain words for people outside the field.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 500,
            confidence: 'sourced-secondary',
            sources: [
              'xlsx copy of the web form (GianfrancoStefani/ScritturaErasmus)',
              'NA form template',
              'pipeline',
              'gunnit/erasmus form_questions.json',
            ],
            note: 'agreed by 4 independent copies',
          },
          criteria: ['relevance'],
        },
        {
          id: 'sum_implementation',
          prompt: 'Summary: activities',
          guidance: 'Public if the project is funded: the main activities in plain words.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 500,
            confidence: 'sourced-secondary',
            sources: ['NA form template', 'pipeline', 'gunnit/erasmus form_questions.json'],
            note: 'xlsx says 3000 for the first-language text and 500 for English: take 500',
          },
          criteria: ['design'],
        },
        {
          id: 'sum_results',
          prompt: 'Summary: results',
          guidance: 'Public if the project is funded: what will exist and what will have changed.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 500,
            confidence: 'sourced-secondary',
            sources: ['NA form template', 'pipeline', 'gunnit/erasmus form_questions.json'],
            note: 'as above',
          },
          criteria: ['impact'],
        },
        {
          id: 'sum_objectives_en',
          prompt: 'English: objectives',
          guidance: 'Translate the text above, within the same limit.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 500,
            confidence: 'sourced-secondary',
            sources: ['xlsx copy of the web form (GianfrancoStefani/ScritturaErasmus)', 'pipeline'],
            note: 'agreed by 2 independent copies',
          },
          criteria: ['relevance'],
          onlyIfNotEnglish: true,
        },
        {
          id: 'sum_implementation_en',
          prompt: 'English: activities',
          guidance: 'Translate the text above, within the same limit.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 500,
            confidence: 'sourced-secondary',
            sources: ['xlsx copy of the web form (GianfrancoStefani/ScritturaErasmus)', 'pipeline'],
            note: 'agreed by 2 independent copies',
          },
          criteria: ['design'],
          onlyIfNotEnglish: true,
        },
        {
          id: 'sum_results_en',
          prompt: 'English: results',
          guidance: 'Translate the text above, within the same limit.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 500,
            confidence: 'sourced-secondary',
            sources: ['xlsx copy of the web form (GianfrancoStefani/ScritturaErasmus)', 'pipeline'],
            note: 'agreed by 2 independent copies',
          },
          criteria: ['impact'],
          onlyIfNotEnglish: true,
        },
      ],
    },
  ],
};
