// Sections of the form of strategic partnerships, call 2020: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const descriptionSection: FormSection = {
  id: 'description',
  title: 'Project description',
  groups: [
    {
      id: 'description',
      title: 'Project description',
      repeat: 'project',
      questions: [
        {
          id: 'rationale',
          prompt: 'Context, objectives, needs, target groups',
          guidance:
            'The need with figures and sources, the objectives as results that can be checked, the people whom they concern.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: ['relevance'],
        },
        {
          id: 'innovation',
          prompt: 'What is innovative / complementary',
          guidance: 'What exists already, what is new here, and which earlier projects it builds on.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: ['relevance'],
        },
        {
          id: 'partners_choice',
          prompt: 'How partners were chosen; tasks; newcomers',
          guidance: 'Why these organisations: what each brings, who does what, and who takes part for the first time.',
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
          id: 'transnational',
          prompt: 'Why transnational',
          guidance: 'What could not be reached in one country alone.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: ['relevance'],
        },
        {
          id: 'results',
          prompt: 'Expected results',
          guidance: 'What will exist at the end and what will have changed, with numbers.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: ['relevance', 'design'],
        },
        {
          id: 'participants',
          prompt: 'Participants, also with fewer opportunities',
          type: 'table',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
      ],
    },
  ],
};
