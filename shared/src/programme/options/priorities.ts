// Priorities of the 2026 call. Horizontal ones are open to every sector; the others belong to the one in `group`.
// Source: xlsx copy of the web form (GianfrancoStefani/ScritturaErasmus), 2026 wording; horizontal sourced, sectors secondary.
import type { Question } from '../schema.ts';

type Options = NonNullable<Question['options']>;

export const horizontalPriorities: Options = [
  {
    id: 'inclusion',
    label: 'Inclusion and diversity in all fields of education, training, youth and sport',
    group: 'Horizontal',
  },
  { id: 'environment', label: 'Environment and fight against climate change', group: 'Horizontal' },
  {
    id: 'digital',
    label: 'Digital transformation: digital skills, readiness, resilience and capacity',
    group: 'Horizontal',
  },
  { id: 'values', label: 'Common values, civic engagement, preparedness and participation', group: 'Horizontal' },
];

const bySector: Options = [
  {
    id: 'sch-basic-skills-and-key-competences-learning-disadvan',
    label: 'Basic skills and key competences, learning disadvantage, early school leaving',
    group: 'School education',
  },
  {
    id: 'sch-high-quality-early-childhood-education-and-care',
    label: 'High-quality early childhood education and care',
    group: 'School education',
  },
  {
    id: 'sch-interest-and-achievement-in-stem-steam-girls-in-st',
    label: 'Interest and achievement in STEM/STEAM, girls in STEM',
    group: 'School education',
  },
  { id: 'sch-wellbeing-at-school', label: 'Wellbeing at school', group: 'School education' },
  {
    id: 'sch-response-of-education-and-training-systems-to-the',
    label: 'Response of education and training systems to the war in Ukraine',
    group: 'School education',
  },
  {
    id: 'sch-teachers-school-leaders-and-other-teaching-profess',
    label: 'Teachers, school leaders and other teaching professions',
    group: 'School education',
  },
  {
    id: 'adu-upskilling-and-reskilling-of-adults',
    label: 'Upskilling and reskilling of adults',
    group: 'Adult education',
  },
  {
    id: 'adu-accessibility-quality-take-up-and-recognition-of-a',
    label: 'Accessibility, quality, take-up and recognition of adult education',
    group: 'Adult education',
  },
  {
    id: 'adu-local-learning-centres-and-innovative-learning-spa',
    label: 'Local learning centres and innovative learning spaces',
    group: 'Adult education',
  },
  {
    id: 'adu-response-of-education-and-training-systems-to-the',
    label: 'Response of education and training systems to the war in Ukraine',
    group: 'Adult education',
  },
  {
    id: 'hed-inter-connected-higher-education-systems',
    label: 'Inter-connected higher education systems',
    group: 'Higher education',
  },
  {
    id: 'hed-rewarding-high-quality-learning-teaching-and-skill',
    label: 'Rewarding high-quality learning, teaching and skills development',
    group: 'Higher education',
  },
  {
    id: 'hed-cooperation-of-higher-education-institutions-with',
    label: 'Cooperation of higher education institutions with Ukrainian counterparts',
    group: 'Higher education',
  },
  {
    id: 'hed-stem-and-participation-of-women-in-stem',
    label: 'STEM and participation of women in STEM',
    group: 'Higher education',
  },
  {
    id: 'vet-adapting-vet-to-labour-market-needs-and-low-profic',
    label: 'Adapting VET to labour market needs and low proficiency in basic skills',
    group: 'Vocational education and training',
  },
  {
    id: 'vet-innovation-and-quality-in-vet',
    label: 'Innovation and quality in VET',
    group: 'Vocational education and training',
  },
  {
    id: 'vet-attractiveness-of-vet-in-particular-stem-and-vet-i',
    label: 'Attractiveness of VET, in particular STEM, and VET internationalisation',
    group: 'Vocational education and training',
  },
  {
    id: 'vet-flexibility-of-opportunities-in-vet',
    label: 'Flexibility of opportunities in VET',
    group: 'Vocational education and training',
  },
  {
    id: 'vet-response-of-education-and-training-systems-to-the',
    label: 'Response of education and training systems to the war in Ukraine',
    group: 'Vocational education and training',
  },
  {
    id: 'you-quality-innovation-and-recognition-of-youth-work',
    label: 'Quality, innovation and recognition of youth work',
    group: 'Youth',
  },
  {
    id: 'you-basic-skills-employability-sense-of-initiative-and',
    label: 'Basic skills, employability, sense of initiative and entrepreneurship of young people',
    group: 'Youth',
  },
  {
    id: 'you-response-of-the-youth-field-to-the-war-in-ukraine',
    label: 'Response of the youth field to the war in Ukraine',
    group: 'Youth',
  },
];

export const priorities: Options = [...horizontalPriorities, ...bySector];

export const prioritiesBasis: Question['optionsBasis'] = {
  value: true,
  confidence: 'sourced-secondary',
  sources: ['xlsx copy of the web form (GianfrancoStefani/ScritturaErasmus), 2026 wording'],
  note: 'the horizontal ones are sourced',
};
