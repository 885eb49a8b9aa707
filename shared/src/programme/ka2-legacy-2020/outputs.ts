// Sections of the form of strategic partnerships, call 2020: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const ioSection: FormSection = {
  id: 'io',
  title: 'Intellectual outputs',
  groups: [
    {
      id: 'io',
      title: 'Intellectual outputs',
      repeat: 'output',
      questions: [
        { id: 'io_title', prompt: 'Title', type: 'line', repeat: 'output', limit: null, criteria: [] },
        {
          id: 'io_description',
          prompt: 'Description: needs, target groups, innovation, impact, transferability',
          guidance: 'What it is, for whom, which need it meets, what is new in it, and who else can use it.',
          type: 'text',
          repeat: 'output',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: ['design', 'impact'],
        },
        { id: 'io_type', prompt: 'Type', type: 'line', repeat: 'output', limit: null, criteria: [] },
        { id: 'io_start', prompt: 'Start', type: 'date', repeat: 'output', limit: null, criteria: [] },
        { id: 'io_end', prompt: 'End', type: 'date', repeat: 'output', limit: null, criteria: [] },
        {
          id: 'io_work',
          prompt: 'Division of work, tasks, methodology',
          guidance: 'Steps, who does which with how many days, and how it is tested before it is finished.',
          type: 'text',
          repeat: 'output',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: ['design', 'partnership'],
        },
        { id: 'io_languages', prompt: 'Languages', type: 'line', repeat: 'output', limit: null, criteria: [] },
        { id: 'io_media', prompt: 'Media', type: 'line', repeat: 'output', limit: null, criteria: [] },
        { id: 'io_lead', prompt: 'Leading organisation', type: 'org', repeat: 'output', limit: null, criteria: [] },
        {
          id: 'io_orgs',
          prompt: 'Participating organisations',
          type: 'orgs',
          repeat: 'output',
          limit: null,
          criteria: [],
        },
        {
          id: 'io_budget',
          prompt: 'Days per organisation and staff category x daily rate',
          type: 'table',
          repeat: 'output',
          limit: null,
          criteria: [],
        },
      ],
    },
  ],
};
