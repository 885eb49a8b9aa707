// Sections of the form of strategic partnerships, call 2020: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const lttSection: FormSection = {
  id: 'ltt',
  title: 'Learning, teaching and training activities',
  groups: [
    {
      id: 'ltt',
      title: 'Learning, teaching and training activities',
      repeat: 'activity',
      questions: [
        {
          id: 'ltt_field',
          prompt: 'Field and activity type',
          type: 'line',
          repeat: 'activity',
          limit: null,
          criteria: [],
        },
        { id: 'ltt_title', prompt: 'Title', type: 'line', repeat: 'activity', limit: null, criteria: [] },
        {
          id: 'ltt_description',
          prompt: 'Description, participants per organisation, aims, results',
          guidance: 'Who learns what, with which method, and what participants do with it afterwards.',
          type: 'text',
          repeat: 'activity',
          limit: {
            value: 5000,
            confidence: 'unconfirmed',
            sources: ['legacy part of the xlsx copy'],
            note: 'single copy',
          },
          criteria: ['design'],
        },
        {
          id: 'ltt_groups',
          prompt:
            'Groups: sending organisation, days, participants, accompanying persons, distance band, travel, individual support, linguistic support',
          type: 'table',
          repeat: 'activity',
          limit: null,
          criteria: [],
        },
      ],
    },
    {
      id: 'ltt_project',
      title: 'All learning, teaching and training activities',
      repeat: 'project',
      questions: [
        {
          id: 'ltt_value',
          prompt: 'Added value of these activities',
          guidance: 'Why the objectives need these activities.',
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
          id: 'ltt_support',
          prompt: 'Selection, preparation, support, safety of participants',
          guidance: 'How participants are chosen, prepared, accompanied and kept safe.',
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
          id: 'ltt_recognition',
          prompt: 'Recognition of learning outcomes',
          guidance: 'Which learning is recognised, and how: Europass, Youthpass, credits.',
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
