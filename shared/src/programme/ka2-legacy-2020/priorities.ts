// Sections of the form of strategic partnerships, call 2020: prompts in our words, limits with where they come from.
import { prioritiesOf2020, prioritiesOf2020Basis } from '../options/priorities-2020.ts';
import { topics } from '../options/topics.ts';
import type { FormSection, Question } from '../schema.ts';

const topicsBasis2020: Question['optionsBasis'] = {
  value: true,
  confidence: 'unconfirmed',
  sources: ['the list of the call of 2026'],
  note: 'the list of 2020 was not found',
};

export const prioritiesSection: FormSection = {
  id: 'priorities',
  title: 'Priorities and topics',
  groups: [
    {
      id: 'priorities',
      title: 'Priorities and topics',
      repeat: 'project',
      questions: [
        {
          id: 'priority_main',
          prompt: 'Most relevant horizontal or sectoral priority',
          type: 'select',
          repeat: 'project',
          limit: null,
          criteria: ['relevance'],
          options: prioritiesOf2020,
          optionsBasis: prioritiesOf2020Basis,
        },
        {
          id: 'priority_other',
          prompt: 'Other priorities',
          type: 'multiselect',
          repeat: 'project',
          limit: null,
          criteria: ['relevance'],
          choicesMax: 7,
          options: prioritiesOf2020,
          optionsBasis: prioritiesOf2020Basis,
        },
        {
          id: 'priority_comment',
          prompt: 'Comment on the choice of priorities',
          guidance: 'Say for each chosen priority what the project does for it, and in which output or activity.',
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
          id: 'topics',
          prompt: 'Topics',
          type: 'multiselect',
          repeat: 'project',
          limit: null,
          criteria: [],
          choicesMax: 3,
          options: topics,
          optionsBasis: topicsBasis2020,
        },
      ],
    },
  ],
};
