// Section of the KA210 form, call 2026: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const impactSection: FormSection = {
  id: 'impact',
  title: 'Impact and follow-up',
  groups: [
    {
      id: 'impact',
      title: 'Impact and follow-up',
      repeat: 'project',
      questions: [
        {
          id: 'evaluation',
          prompt: 'How you will know that objectives are reached',
          guidance:
            'Indicators, sources, moments, responsible persons: how you will know that each objective is reached.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['impact'],
        },
        {
          id: 'long_term',
          prompt: 'Long-term development of the partners; use of results afterwards',
          guidance: 'What stays after the grant, who pays and who maintains it.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['impact'],
        },
        {
          id: 'sharing',
          prompt: 'Plan for sharing and use: inside, local, wider public; audiences; other beneficiaries',
          guidance: 'Audiences inside, local and wider; channels, dates and figures.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['impact'],
        },
      ],
    },
  ],
};
