// What else is known of strategic partnerships, in our words.
import type { Call } from '../schema.ts';

export const statements: Call['statements'] = [
  {
    id: 'partner_country',
    label: 'Partner countries',
    says: {
      value: 'partner only, if it adds value; never applicant',
      confidence: 'sourced',
      sources: [
        'https://eu.daad.de/.../strategische-partnerschaften-ka203/de/47529-erasmus-strategische-partnerschaften-ka-0/',
      ],
    },
  },
  {
    id: 'activities',
    label: 'What a project may hold',
    says: {
      value:
        'project management and implementation; transnational project meetings; intellectual outputs (innovation type only); multiplier events (only with intellectual outputs); learning, teaching and training activities (short joint staff training, blended mobility, pupil groups, intensive programmes, long-term); exceptional costs; special needs support; within outputs and management: studies, surveys, job shadowing, local activities.',
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
  },
  {
    id: 'events_rule',
    label: 'Multiplier events',
    says: {
      value: 'Only with intellectual outputs; participants of partner organisations are not counted.',
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
  },
  {
    id: 'outputs_rule',
    label: 'Managers and administrative staff',
    says: {
      value: 'Normally covered by project management; days of theirs in an output need a reason.',
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
  },
  {
    id: 'meetings_limit',
    label: 'Meetings in early guides',
    says: {
      value: 'At most 23,000 euro a year, or 40 trips a year.',
      confidence: 'sourced-secondary',
      sources: ['http://www.cimo.fi/.../kumppanuushankkeiden_tuen_maaraytyminen (Finnish NA)'],
      note: '40 trips sourced; check the year',
    },
  },
  {
    id: 'partner_rates',
    label: 'Rates of partner countries',
    says: {
      value:
        'A second table of four groups with the same rates in the guides of 2018 to 2020; which country is in which group was not found.',
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
  },
  {
    id: 'threshold_each',
    label: 'Points of each criterion',
    says: {
      value: 'At least half of the points of each criterion.',
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
  },
  {
    id: 'travel_before_2018',
    label: 'Travel before 2018',
    says: {
      value: '275 euro from 100 to 1,999 km and 360 euro from 2,000 km.',
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
  },
  {
    id: 'support_before_2018',
    label: 'Support before 2018',
    says: {
      value: 'Staff 100 euro a day until day 14 and 70 after; learners 55 and 40.',
      confidence: 'unconfirmed',
      sources: ['https://signteach.eu'],
      note: '55 is sourced',
    },
  },
];
