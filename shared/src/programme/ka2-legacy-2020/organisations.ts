// Sections of the form of strategic partnerships, call 2020: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const organisationsSection: FormSection = {
  id: 'organisations',
  title: 'Participating organisations',
  groups: [
    {
      id: 'organisations',
      title: 'Participating organisations',
      repeat: 'organisation',
      questions: [
        { id: 'oid', prompt: 'PIC / OID', type: 'oid', repeat: 'organisation', limit: null, criteria: [] },
        {
          id: 'org_present',
          prompt: 'Present the organisation',
          guidance:
            'What the organisation does, for whom and how many, with how many people; what matters for this project.',
          type: 'text',
          repeat: 'organisation',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: ['partnership'],
        },
        {
          id: 'org_experience',
          prompt: 'Experience and key persons',
          guidance: 'What it has done in this field, and who will work on the project with which competence.',
          type: 'text',
          repeat: 'organisation',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: ['partnership'],
        },
        {
          id: 'org_grants',
          prompt: 'EU grants in the last three years',
          type: 'table',
          repeat: 'organisation',
          limit: null,
          criteria: [],
        },
      ],
    },
  ],
};
