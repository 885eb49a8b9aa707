// Sections of the form of strategic partnerships, call 2020: prompts in our words, limits with where they come from.
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
          id: 'summary',
          prompt: 'Short public summary',
          guidance:
            'Background, objectives, participants, activities, method, results and lasting benefit, for readers who know nothing of it.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: [],
        },
        {
          id: 'summary_en',
          prompt: 'The same in English',
          guidance: 'The same in English.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: [],
          onlyIfNotEnglish: true,
        },
      ],
    },
  ],
};
