// Sections of the form of strategic partnerships, call 2020: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const implementationSection: FormSection = {
  id: 'implementation',
  title: 'Implementation',
  groups: [
    {
      id: 'implementation',
      title: 'Implementation',
      repeat: 'project',
      questions: [
        {
          id: 'logic',
          prompt: 'How activities lead to objectives and results',
          guidance: 'From objectives to activities to results, without gaps.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: ['design'],
        },
        {
          id: 'communication',
          prompt: 'Communication and cooperation with partners',
          guidance: 'Which tools, which rhythm, who writes to whom, how conflicts are settled.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: ['partnership'],
        },
        {
          id: 'platforms',
          prompt: 'eTwinning, School Education Gateway, EPALE, Results Platform',
          guidance: 'Which platform for which purpose, before, during and after the project.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: ['design'],
        },
      ],
    },
  ],
};
