// Sections of the form of strategic partnerships, call 2020: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const meSection: FormSection = {
  id: 'me',
  title: 'Multiplier events',
  groups: [
    {
      id: 'me',
      title: 'Multiplier events',
      repeat: 'event',
      questions: [
        { id: 'me_title', prompt: 'Title', type: 'line', repeat: 'event', limit: null, criteria: [] },
        { id: 'me_country', prompt: 'Country', type: 'line', repeat: 'event', limit: null, criteria: [] },
        { id: 'me_dates', prompt: 'Dates', type: 'dates', repeat: 'event', limit: null, criteria: [] },
        {
          id: 'me_description',
          prompt: 'Description, target groups, aims',
          guidance: 'Who comes, why they, what they take home; which outputs are shown.',
          type: 'text',
          repeat: 'event',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: ['impact'],
        },
        { id: 'me_outputs', prompt: 'Outputs covered', type: 'line', repeat: 'event', limit: null, criteria: [] },
        {
          id: 'me_budget',
          prompt: 'Local and foreign participants per organisation',
          type: 'table',
          repeat: 'event',
          limit: null,
          criteria: [],
        },
      ],
    },
  ],
};
