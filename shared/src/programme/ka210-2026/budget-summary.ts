// Section of the KA210 form, call 2026: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const budgetSummarySection: FormSection = {
  id: 'budget_summary',
  title: 'Budget summary (automatic)',
  groups: [
    {
      id: 'budget_summary',
      title: 'Budget summary (automatic)',
      repeat: 'project',
      questions: [
        {
          id: 'budget',
          prompt: 'Table of activities and amounts',
          type: 'auto',
          repeat: 'project',
          limit: null,
          criteria: ['design'],
          isAutomatic: true,
        },
      ],
    },
  ],
};
