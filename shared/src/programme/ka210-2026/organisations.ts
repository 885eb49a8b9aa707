// Section of the KA210 form, call 2026: prompts in our words, limits with where they come from.
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
        { id: 'oid', prompt: 'Organisation ID', type: 'oid', repeat: 'organisation', limit: null, criteria: [] },
        {
          id: 'org_present',
          prompt: 'Present the organisation',
          guidance:
            'Say what the organisation does every day, for whom and how many, with how many paid and unpaid people. Keep it to what matters for this project.',
          type: 'text',
          repeat: 'organisation',
          limit: {
            value: 1000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['relevance', 'partnership'],
        },
        {
          id: 'org_main',
          prompt: 'Main activities',
          guidance: 'Main activities in a normal year, with numbers.',
          type: 'text',
          repeat: 'organisation',
          limit: {
            value: 1000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['relevance', 'partnership'],
        },
        {
          id: 'org_field',
          prompt: 'Activities in the field of the application',
          guidance: 'What the organisation does in the field of this application.',
          type: 'text',
          repeat: 'organisation',
          limit: {
            value: 1000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['relevance', 'partnership'],
        },
        {
          id: 'org_learners',
          prompt: 'Profiles and ages of learners',
          guidance: 'Who learns or takes part: profiles, ages, fewer opportunities.',
          type: 'text',
          repeat: 'organisation',
          limit: {
            value: 1000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['relevance'],
        },
        {
          id: 'org_years',
          prompt: 'Years of experience in the field',
          type: 'int',
          repeat: 'organisation',
          limit: null,
          criteria: ['relevance', 'partnership'],
        },
        {
          id: 'org_past_comment',
          prompt: 'Comment on past participation',
          guidance: 'Only where the automatic table needs a word: for example a change of name or a merger.',
          type: 'text',
          repeat: 'organisation',
          limit: null,
          criteria: ['relevance', 'partnership'],
          optional: true,
        },
        {
          id: 'org_flags',
          prompt: 'Newcomer / less experienced / first-time applicant',
          type: 'auto',
          repeat: 'organisation',
          limit: null,
          criteria: ['partnership'],
          isAutomatic: true,
        },
      ],
    },
  ],
};
