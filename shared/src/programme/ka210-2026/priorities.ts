// Section of the KA210 form, call 2026: prompts in our words, limits with where they come from.
import { priorities, prioritiesBasis } from '../options/priorities.ts';
import { topics, topicsBasis } from '../options/topics.ts';
import type { FormSection } from '../schema.ts';

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
          prompt: 'Most relevant priority',
          type: 'select',
          repeat: 'project',
          limit: null,
          criteria: ['relevance'],
          options: priorities,
          optionsBasis: prioritiesBasis,
        },
        {
          id: 'priority_extra',
          prompt: 'Up to two more',
          type: 'multiselect',
          repeat: 'project',
          limit: null,
          criteria: ['relevance'],
          choicesMax: 2,
          options: priorities,
          optionsBasis: prioritiesBasis,
        },
        {
          id: 'topics',
          prompt: 'Up to three topics',
          type: 'multiselect',
          repeat: 'project',
          limit: null,
          criteria: ['relevance'],
          choicesMax: 3,
          options: topics,
          optionsBasis: topicsBasis,
        },
      ],
    },
  ],
};
