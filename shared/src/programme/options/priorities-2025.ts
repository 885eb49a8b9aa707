// Priorities of the calls of 2024 and 2025. Horizontal ones are open to every sector; the others belong to the one in `group`.
import type { Question } from '../schema.ts';
import { horizontalPriorities } from './priorities.ts';

type Options = NonNullable<Question['options']>;

/** The last of them had a shorter name until 2025. */
const horizontal: Options = horizontalPriorities.map((one) =>
  one.id === 'values' ? { ...one, label: 'Common values, civic engagement and participation' } : one,
);

const bySector: Options = [
  {
    id: 'sch-learning-disadvantage-early-school-leaving-low-pro',
    label: 'Learning disadvantage, early school leaving, low proficiency in basic skills',
    group: 'School education',
  },
  {
    id: 'sch-teachers-school-leaders-and-other-teaching-profess',
    label: 'Teachers, school leaders and other teaching professions',
    group: 'School education',
  },
  { id: 'sch-key-competences', label: 'Key competences', group: 'School education' },
  {
    id: 'sch-comprehensive-approach-to-language-teaching-and-le',
    label: 'Comprehensive approach to language teaching and learning',
    group: 'School education',
  },
  {
    id: 'sch-interest-and-excellence-in-stem-steam',
    label: 'Interest and excellence in STEM/STEAM',
    group: 'School education',
  },
  {
    id: 'sch-early-childhood-education-and-care-systems',
    label: 'Early childhood education and care systems',
    group: 'School education',
  },
  {
    id: 'sch-recognition-of-learning-outcomes-of-cross-border-l',
    label: 'Recognition of learning outcomes of cross-border learning mobility',
    group: 'School education',
  },
  {
    id: 'sch-support-to-innovators-at-school-response-to-the-wa',
    label: 'Support to innovators at school / response to the war in Ukraine',
    group: 'School education',
  },
  {
    id: 'adu-high-quality-flexible-learning-opportunities',
    label: 'High-quality flexible learning opportunities',
    group: 'Adult education',
  },
  {
    id: 'adu-upskilling-pathways-access-and-participation',
    label: 'Upskilling pathways, access and participation',
    group: 'Adult education',
  },
  {
    id: 'adu-competences-of-educators-and-staff',
    label: 'Competences of educators and staff',
    group: 'Adult education',
  },
  {
    id: 'adu-quality-assurance-of-adult-learning',
    label: 'Quality assurance of adult learning',
    group: 'Adult education',
  },
  { id: 'adu-forward-looking-learning-centres', label: 'Forward-looking learning centres', group: 'Adult education' },
  {
    id: 'adu-learning-opportunities-among-citizens-and-generati',
    label: 'Learning opportunities among citizens and generations',
    group: 'Adult education',
  },
  {
    id: 'hed-inter-connected-higher-education-systems',
    label: 'Inter-connected higher education systems',
    group: 'Higher education',
  },
  {
    id: 'hed-innovative-learning-and-teaching-practices',
    label: 'Innovative learning and teaching practices',
    group: 'Higher education',
  },
  { id: 'hed-stem-steam-women-in-stem', label: 'STEM/STEAM, women in STEM', group: 'Higher education' },
  {
    id: 'hed-rewarding-excellence-in-learning-teaching-and-skil',
    label: 'Rewarding excellence in learning, teaching and skills development',
    group: 'Higher education',
  },
  {
    id: 'hed-digital-and-green-capabilities-of-the-sector',
    label: 'Digital and green capabilities of the sector',
    group: 'Higher education',
  },
  {
    id: 'hed-inclusive-higher-education-systems',
    label: 'Inclusive higher education systems',
    group: 'Higher education',
  },
  {
    id: 'vet-adapting-vet-to-labour-market-needs',
    label: 'Adapting VET to labour market needs',
    group: 'Vocational education and training',
  },
  {
    id: 'vet-flexibility-of-opportunities-in-vet',
    label: 'Flexibility of opportunities in VET',
    group: 'Vocational education and training',
  },
  { id: 'vet-innovation-in-vet', label: 'Innovation in VET', group: 'Vocational education and training' },
  { id: 'vet-attractiveness-of-vet', label: 'Attractiveness of VET', group: 'Vocational education and training' },
  { id: 'vet-quality-assurance-in-vet', label: 'Quality assurance in VET', group: 'Vocational education and training' },
  {
    id: 'vet-internationalisation-strategies-for-vet-providers',
    label: 'Internationalisation strategies for VET providers',
    group: 'Vocational education and training',
  },
  {
    id: 'you-active-citizenship-initiative-and-youth-entreprene',
    label: 'Active citizenship, initiative and youth entrepreneurship',
    group: 'Youth',
  },
  {
    id: 'you-quality-innovation-and-recognition-of-youth-work',
    label: 'Quality, innovation and recognition of youth work',
    group: 'Youth',
  },
  { id: 'you-employability-of-young-people', label: 'Employability of young people', group: 'Youth' },
  {
    id: 'you-links-between-policy-research-and-practice',
    label: 'Links between policy, research and practice',
    group: 'Youth',
  },
];

export const prioritiesOf2025: Options = [...horizontal, ...bySector];

export const prioritiesOf2025Basis: Question['optionsBasis'] = {
  value: true,
  confidence: 'sourced-secondary',
  sources: ['titles in copies of the form (ibay46, gunnit)'],
  note: 'our wording',
};
