// Sections of the form of strategic partnerships, call 2020: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const timetableSection: FormSection = {
  id: 'timetable',
  title: 'Timetable',
  groups: [
    {
      id: 'timetable',
      title: 'Timetable',
      repeat: 'project',
      questions: [
        {
          id: 'timetable',
          prompt: 'Timetable',
          type: 'auto',
          repeat: 'project',
          limit: null,
          criteria: [],
          isAutomatic: true,
        },
      ],
    },
  ],
};

export const specialSection: FormSection = {
  id: 'special',
  title: 'Special costs',
  groups: [
    {
      id: 'special',
      title: 'Special costs',
      repeat: 'project',
      questions: [
        {
          id: 'special_needs',
          prompt: 'Special needs support: organisation, participants, reason, amount',
          type: 'table',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
        {
          id: 'exceptional',
          prompt: 'Exceptional costs: organisation, reason, amount (75 % of real cost)',
          type: 'table',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
      ],
    },
  ],
};

export const budgetSection: FormSection = {
  id: 'budget',
  title: 'Budget summary',
  groups: [
    {
      id: 'budget',
      title: 'Budget summary',
      repeat: 'project',
      questions: [
        {
          id: 'budget',
          prompt: 'Budget',
          type: 'auto',
          repeat: 'project',
          limit: null,
          criteria: [],
          isAutomatic: true,
        },
      ],
    },
  ],
};

export const annexesSection: FormSection = {
  id: 'annexes',
  title: 'Annexes',
  groups: [
    {
      id: 'annexes',
      title: 'Annexes',
      repeat: 'project',
      questions: [
        {
          id: 'declaration',
          prompt: 'Declaration on honour',
          type: 'file',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
        {
          id: 'mandates',
          prompt: 'Mandates of all partners, signed by both sides',
          type: 'files',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
        { id: 'other', prompt: 'Other', type: 'files', repeat: 'project', limit: null, criteria: [], optional: true },
      ],
    },
  ],
};

export const checklistSection: FormSection = {
  id: 'checklist',
  title: 'Checklist',
  groups: [
    {
      id: 'checklist',
      title: 'Checklist',
      repeat: 'project',
      questions: [
        {
          id: 'chk',
          prompt: 'Eligibility, completeness, right agency, data protection',
          type: 'checkbox',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
      ],
    },
  ],
};
