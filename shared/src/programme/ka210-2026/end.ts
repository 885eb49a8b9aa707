// Section of the KA210 form, call 2026: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const endSection: FormSection = {
  id: 'end',
  title: 'EU values, annexes, checklist',
  groups: [
    {
      id: 'end',
      title: 'EU values, annexes, checklist',
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
