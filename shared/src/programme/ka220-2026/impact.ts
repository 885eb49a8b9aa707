// Section of the KA220 form, call 2026: prompts in our words, limits with where they come from.
import { impactLevels } from '../options/impact-levels.ts';
import type { FormSection } from '../schema.ts';

export const impactSection: FormSection = {
  id: 'impact',
  title: 'Impact and dissemination',
  groups: [
    {
      id: 'impact',
      title: 'Impact (2026: Impact and dissemination)',
      repeat: 'project',
      questions: [
        {
          id: 'assessment',
          prompt: 'How you will assess whether objectives are reached',
          guidance:
            'Indicators, sources, moments, responsible persons: how you will know that each objective is reached.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'sourced-secondary',
            sources: ['xlsx copy of the web form (GianfrancoStefani/ScritturaErasmus)', 'NA form template', 'pipeline'],
            note: 'gunnit says 2000',
          },
          criteria: ['impact', 'design'],
        },
        {
          id: 'sustainability',
          prompt: 'Sustainability: long-term development of partners, use of results afterwards',
          guidance: 'What stays after the grant, who pays and who maintains it.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'sourced-secondary',
            sources: [
              'xlsx copy of the web form (GianfrancoStefani/ScritturaErasmus)',
              'NA form template',
              'pipeline',
              'gunnit/erasmus form_questions.json',
            ],
            note: 'agreed by 4 independent copies',
          },
          criteria: ['impact'],
        },
        {
          id: 'dissemination',
          prompt: 'How results will be disseminated',
          guidance: 'Audiences, channels, dates and figures; open licence; visibility of the EU funding.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'sourced-secondary',
            sources: ['xlsx copy of the web form (GianfrancoStefani/ScritturaErasmus)', 'pipeline'],
            note: 'agreed by 2 independent copies',
          },
          criteria: ['impact'],
        },
        {
          id: 'impact_level',
          prompt: 'Levels at which results will have impact (local, regional, national, European, international)',
          type: 'multiselect',
          repeat: 'project',
          limit: null,
          criteria: ['impact'],
          options: impactLevels,
        },
        {
          id: 'impact_how',
          prompt: 'How the results will have impact at these levels',
          guidance: 'Level by level: what changes, for whom, how it is seen.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'sourced-secondary',
            sources: ['xlsx copy of the web form (GianfrancoStefani/ScritturaErasmus)', 'pipeline'],
            note: 'agreed by 2 independent copies',
          },
          criteria: ['impact'],
        },
      ],
    },
  ],
};
