// Priorities of partnerships in sport, beside the horizontal ones of all fields.
import type { Question } from '../schema.ts';
import { horizontalPriorities } from './priorities.ts';

type Options = NonNullable<Question['options']>;

const sport: Options = [
  {
    id: 'spo-healthy-lifestyles-for-all-participation-in-sport',
    label: 'Healthy lifestyles for all / participation in sport and physical activity',
    group: 'Sport',
  },
  { id: 'spo-integrity-and-positive-values-in-sport', label: 'Integrity and positive values in sport', group: 'Sport' },
  { id: 'spo-education-in-and-through-sport', label: 'Education in and through sport', group: 'Sport' },
  {
    id: 'spo-combating-violence-racism-discrimination-and-intol',
    label:
      'Combating violence, racism, discrimination and intolerance in sport and promoting European sport model/gender equality',
    group: 'Sport',
  },
];

export const prioritiesOfSport: Options = [...horizontalPriorities, ...sport];

export const prioritiesOfSportBasis: Question['optionsBasis'] = {
  value: true,
  confidence: 'unconfirmed',
  sources: [
    'https://fundingprogrammesportal.gov.cy/en/call/small-scale-partnerships',
    'general knowledge of the field, not confirmed',
  ],
  note: 'the first two are found at the source',
};
