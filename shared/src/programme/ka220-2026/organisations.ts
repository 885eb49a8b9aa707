// Section of the KA220 form, call 2026: prompts in our words, limits with where they come from.
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
        {
          id: 'oid',
          prompt: 'Organisation ID; fills legal name, country, region, city, website',
          type: 'oid',
          repeat: 'organisation',
          limit: null,
          criteria: [],
        },
        {
          id: 'org_present',
          prompt: 'Present the organisation: type, scope, areas of activity, size (paid/unpaid staff, learners)',
          guidance:
            'Say what the organisation does every day, for whom and how many, with how many paid and unpaid people. Keep it to what matters for this project.',
          type: 'text',
          repeat: 'organisation',
          limit: { value: 4000, confidence: 'unconfirmed', sources: ['NA form template'], note: 'single copy' },
          criteria: ['relevance', 'partnership'],
        },
        {
          id: 'org_experience',
          prompt: 'Activities and experience in the areas of the project; skills of the key persons',
          guidance: 'Name the projects, skills and key persons that this project will lean on, and what each brings.',
          type: 'text',
          repeat: 'organisation',
          limit: { value: 4000, confidence: 'unconfirmed', sources: ['NA form template'], note: 'single copy' },
          criteria: ['relevance', 'partnership'],
        },
        {
          id: 'org_past_comment',
          prompt: 'Comment on the automatic table of past participation',
          guidance: 'Only where the automatic table needs a word: for example a change of name or a merger.',
          type: 'text',
          repeat: 'organisation',
          limit: { value: 3000, confidence: 'unconfirmed', sources: ['NA form template'], note: 'single copy' },
          criteria: ['partnership'],
          optional: true,
        },
        {
          id: 'org_past_table',
          prompt: 'Past participation (automatic)',
          type: 'auto',
          repeat: 'organisation',
          limit: null,
          criteria: [],
          isAutomatic: true,
        },
      ],
    },
  ],
};
