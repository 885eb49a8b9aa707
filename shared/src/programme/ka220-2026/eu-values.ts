// Section of the KA220 form, call 2026: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const euValuesSection: FormSection = {
  id: 'eu_values',
  title: 'EU values',
  groups: [
    {
      id: 'eu_values',
      title: 'EU values',
      repeat: 'project',
      questions: [
        {
          id: 'eu_values_adhere',
          prompt: 'Confirm that applicant and co-beneficiaries adhere to EU values',
          type: 'checkbox',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
        {
          id: 'eu_values_eval',
          prompt: 'Understand that EU values are part of the evaluation',
          type: 'checkbox',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
      ],
    },
  ],
};
