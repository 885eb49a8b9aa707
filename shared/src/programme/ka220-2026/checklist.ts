// Section of the KA220 form, call 2026: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

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
          id: 'chk_eligible',
          prompt: 'Meets eligibility criteria',
          type: 'checkbox',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
        {
          id: 'chk_complete',
          prompt: 'All fields complete',
          type: 'checkbox',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
        {
          id: 'chk_agency',
          prompt: 'Right National Agency',
          type: 'checkbox',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
        {
          id: 'chk_privacy',
          prompt: 'Privacy statement accepted',
          type: 'checkbox',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
      ],
    },
  ],
};
