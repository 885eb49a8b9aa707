// Section of the KA210 form, call 2026: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const cooperationSection: FormSection = {
  id: 'cooperation',
  title: 'Cooperation arrangements',
  groups: [
    {
      id: 'cooperation',
      title: 'Cooperation arrangements',
      repeat: 'project',
      questions: [
        {
          id: 'formation',
          prompt: 'How the partnership was formed; strengths of each partner',
          guidance:
            'How partners met, what each brings, how they complete each other; newcomers and how they are supported.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['partnership'],
        },
        {
          id: 'management',
          prompt: 'Sound management, cooperation and communication',
          guidance: 'Meetings, tools, decisions, money, reporting.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['partnership'],
        },
        {
          id: 'platforms',
          prompt: 'Use of Erasmus+ platforms',
          guidance: 'EPALE, eTwinning, the European Youth Portal, Project Results Platform: before, during and after.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['design'],
        },
        {
          id: 'tasks',
          prompt: 'Tasks and responsibilities of each partner',
          guidance: 'Who does what, why them, and how every partner takes an active part.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['partnership'],
        },
      ],
    },
  ],
};
