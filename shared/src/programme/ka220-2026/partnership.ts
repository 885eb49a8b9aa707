// Section of the KA220 form, call 2026: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const partnershipSection: FormSection = {
  id: 'partnership',
  title: 'Partnership and cooperation arrangements',
  groups: [
    {
      id: 'partnership',
      title: 'Partnership and cooperation arrangements',
      repeat: 'project',
      questions: [
        {
          id: 'formation',
          prompt:
            'How the partnership was formed, how partners complement each other, added value; associated partners',
          guidance:
            'How partners met, what each brings, how they complete each other; newcomers and how they are supported.',
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
          criteria: ['partnership'],
        },
        {
          id: 'tasks',
          prompt: 'Task allocation and active contribution of all',
          guidance: 'Who does what, why them, and how every partner takes an active part.',
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
          criteria: ['partnership'],
        },
        {
          id: 'coordination',
          prompt: 'Coordination and communication mechanism',
          guidance: 'Meetings, tools, decisions, conflicts, reporting: who calls whom, when.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'sourced-secondary',
            sources: ['xlsx copy of the web form (GianfrancoStefani/ScritturaErasmus)', 'NA form template', 'pipeline'],
            note: 'gunnit says 2000',
          },
          criteria: ['partnership'],
        },
      ],
    },
  ],
};
