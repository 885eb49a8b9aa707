// Section of the KA220 form, call 2026: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

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
          prompt: 'Declaration on honour, signed (applicant)',
          type: 'file',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
        {
          id: 'mandates',
          prompt: 'Mandate / accession form of each partner (template of the form)',
          type: 'files',
          repeat: 'organisation',
          limit: null,
          criteria: [],
        },
        {
          id: 'other',
          prompt: 'Other documents',
          type: 'files',
          repeat: 'project',
          limit: null,
          criteria: [],
          optional: true,
        },
      ],
    },
  ],
};
