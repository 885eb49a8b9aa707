// Sections of the form of strategic partnerships, call 2020: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const preparationSection: FormSection = {
  id: 'preparation',
  title: 'Preparation',
  groups: [
    {
      id: 'preparation',
      title: 'Preparation',
      repeat: 'project',
      questions: [
        {
          id: 'preparation',
          prompt: 'What will be done before the activities start',
          guidance: 'What is done and agreed before the first activity: contacts, contracts, selection, tools.',
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

export const managementSection: FormSection = {
  id: 'management',
  title: 'Management',
  groups: [
    {
      id: 'management',
      title: 'Management',
      repeat: 'project',
      questions: [
        {
          id: 'pmi_funds',
          prompt: 'Funds for management and implementation (computed)',
          type: 'money',
          repeat: 'project',
          limit: null,
          criteria: [],
          isAutomatic: true,
        },
        {
          id: 'pmi_activities',
          prompt: 'Activities paid from this heading',
          guidance:
            'Coordination, communication, local work, small materials: what the monthly amount pays, and who does it.',
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
          id: 'tpm_plan',
          prompt: 'Transnational meetings: frequency, participants, places, aims',
          guidance: 'How often, where, how many of each organisation, and what each meeting decides.',
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
          id: 'tpm_table',
          prompt: 'Meetings: lead, title, country, period, participants, grant',
          type: 'table',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
        {
          id: 'budget_time',
          prompt: 'Budget control and time management',
          guidance: 'Who watches money and time, how often, and what happens when something is late or costs more.',
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
          id: 'monitoring',
          prompt: 'Monitoring, indicators, staff, frequency',
          guidance: 'Which indicators, who collects them, how often, and what is done with them.',
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
          id: 'evaluation',
          prompt: 'Evaluation of results and objectives',
          guidance: 'How it will be known that results are good and objectives reached; who judges it.',
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
          id: 'risks',
          prompt: 'Risks',
          guidance: 'What can go wrong, how likely, and what will be done about it.',
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
