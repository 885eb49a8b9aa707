// The award criteria of strategic partnerships in 2020.
import type { Call } from '../schema.ts';

export const criteria: Call['criteria'] = [
  {
    id: 'relevance',
    label: 'Relevance of the project',
    points: {
      value: { max: 30, min: 15 },
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
    aspects: [
      'objectives and priorities of the action',
      'genuine needs analysis',
      'objectives clear and realistic',
      'synergies between fields',
      'innovative and complementary',
      'European added value',
    ],
  },
  {
    id: 'design',
    label: 'Quality of the project design and implementation',
    points: {
      value: { max: 20, min: 10 },
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
    aspects: [
      'clarity, completeness and quality of the work programme',
      'consistency of objectives and activities',
      'methodology',
      'quality control',
      'cost-effectiveness',
      'if mobility: quality of practical arrangements and recognition',
    ],
  },
  {
    id: 'partnership',
    label: 'Quality of the project team and the cooperation arrangements',
    points: {
      value: { max: 20, min: 10 },
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
    aspects: [
      'mix of complementary organisations',
      'distribution of responsibilities',
      'newcomers',
      'coordination and communication',
      'third-country partner adds essential value',
    ],
  },
  {
    id: 'impact',
    label: 'Impact and dissemination',
    points: {
      value: { max: 30, min: 15 },
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
    aspects: [
      'evaluation measures',
      'impact on participants and organisations',
      'impact outside, at all levels',
      'dissemination plan and open access',
      'sustainability',
    ],
  },
];
