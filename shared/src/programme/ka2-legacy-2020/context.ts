// Sections of the form of strategic partnerships, call 2020: prompts in our words, limits with where they come from.
import { languages } from '../options/languages.ts';
import type { FormSection } from '../schema.ts';

export const contextSection: FormSection = {
  id: 'context',
  title: 'Context',
  groups: [
    {
      id: 'context',
      title: 'Context',
      repeat: 'project',
      questions: [
        {
          id: 'title',
          prompt: 'Project title',
          type: 'line',
          repeat: 'project',
          limit: {
            value: 150,
            confidence: 'unconfirmed',
            sources: ['pipeline, safest of several copies'],
            note: '150 (pipeline) or 250 (xlsx): unsettled; use 150 as safe limit',
          },
          criteria: [],
        },
        {
          id: 'title_en',
          prompt: 'Project title in English',
          type: 'line',
          repeat: 'project',
          limit: {
            value: 150,
            confidence: 'unconfirmed',
            sources: ['pipeline, safest of several copies'],
            note: 'the safest of the figures found',
          },
          criteria: [],
          onlyIfNotEnglish: true,
        },
        {
          id: 'acronym',
          prompt: 'Project acronym',
          type: 'line',
          repeat: 'project',
          limit: {
            value: 20,
            confidence: 'unconfirmed',
            sources: ['pipeline, safest of several copies'],
            note: '20 (pipeline, which also says max 10) or 250 (xlsx): unsettled',
          },
          criteria: [],
        },
        { id: 'start_date', prompt: 'Start date', type: 'date', repeat: 'project', limit: null, criteria: [] },
        { id: 'duration', prompt: 'Duration in months', type: 'int', repeat: 'project', limit: null, criteria: [] },
        {
          id: 'end_date',
          prompt: 'End date (computed)',
          type: 'date',
          repeat: 'project',
          limit: null,
          criteria: [],
          isAutomatic: true,
        },
        {
          id: 'national_agency',
          prompt: 'National Agency of the applicant',
          type: 'line',
          repeat: 'project',
          limit: null,
          criteria: [],
        },
        {
          id: 'language',
          prompt: 'Language of the form',
          type: 'select',
          repeat: 'project',
          limit: null,
          criteria: [],
          options: languages,
        },
      ],
    },
  ],
};
