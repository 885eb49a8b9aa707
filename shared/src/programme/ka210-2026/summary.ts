// Section of the KA210 form, call 2026: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const summarySection: FormSection = {
  id: 'summary',
  title: 'Project summary',
  groups: [
    {
      id: 'summary',
      title: 'Project summary',
      repeat: 'project',
      questions: [
        {
          id: 'sum_objectives',
          prompt: 'Objectives',
          guidance: 'Public if the project is funded: plain words for people outside the field.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 500,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['relevance'],
        },
        {
          id: 'sum_implementation',
          prompt: 'Activities',
          guidance: 'Public if the project is funded: the main activities in plain words.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 500,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['design'],
        },
        {
          id: 'sum_results',
          prompt: 'Results',
          guidance: 'Public if the project is funded: what will exist and what will have changed.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 500,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['impact'],
        },
        {
          id: 'sum_en',
          prompt: 'English translation of the three',
          guidance: 'Translate the three texts above.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 500,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: [],
          onlyIfNotEnglish: true,
        },
      ],
    },
  ],
};
