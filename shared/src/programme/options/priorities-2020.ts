// Horizontal priorities of the last call of 2014 to 2020; those of the sectors are not known.
import type { Question } from '../schema.ts';

export const prioritiesOf2020: NonNullable<Question['options']> = [
  { id: 'h20-social-inclusion', label: 'Social inclusion', group: 'Horizontal' },
  {
    id: 'h20-common-values-civic-engagement-and-participation',
    label: 'Common values, civic engagement and participation',
    group: 'Horizontal',
  },
  { id: 'h20-environmental-and-climate-goals', label: 'Environmental and climate goals', group: 'Horizontal' },
  {
    id: 'h20-innovative-practices-in-a-digital-era',
    label: 'Innovative practices in a digital era',
    group: 'Horizontal',
  },
  {
    id: 'h20-supporting-educators-youth-workers-educational-lea',
    label: 'Supporting educators, youth workers, educational leaders and support staff',
    group: 'Horizontal',
  },
  {
    id: 'h20-skills-and-competences-acquisition-transparency-an',
    label: 'Skills and competences: acquisition, transparency and recognition',
    group: 'Horizontal',
  },
  {
    id: 'h20-sustainable-investment-quality-and-efficiency-of-s',
    label: 'Sustainable investment, quality and efficiency of systems',
    group: 'Horizontal',
  },
  {
    id: 'h20-social-and-educational-value-of-european-cultural',
    label: 'Social and educational value of European cultural heritage',
    group: 'Horizontal',
  },
];

export const prioritiesOf2020Basis: Question['optionsBasis'] = {
  value: true,
  confidence: 'unconfirmed',
  sources: ['general knowledge of the field, not confirmed'],
};
