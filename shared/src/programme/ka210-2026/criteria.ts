// The award criteria of KA210 in 2026, with the points below which a proposal fails.
import type { Call } from '../schema.ts';

const criteriaSources = [
  'https://growthprojects.eu/?p=3595 (on Programme Guide 2026)',
  'planner of an agency user (ibay46), citing the Guide for Experts 2026',
];

export const criteria: Call['criteria'] = [
  {
    id: 'relevance',
    label: 'Relevance of the project',
    points: { value: { max: 30, min: 15 }, confidence: 'sourced', sources: criteriaSources },
    aspects: [
      'objectives and priorities of the action (at least one)',
      'EU values',
      'profile and experience of the organisations fit the field',
      'value added at EU level',
    ],
  },
  {
    id: 'design',
    label: 'Quality of the project design and implementation',
    points: { value: { max: 30, min: 15 }, confidence: 'sourced', sources: criteriaSources },
    aspects: [
      'clear, realistic objectives tied to needs',
      'accessible and inclusive',
      'methodology, work plan and cost-effectiveness (per activity and as a whole)',
      'digital tools and Erasmus+ platforms',
      'environmentally friendly',
      'participation and civic engagement',
    ],
  },
  {
    id: 'partnership',
    label: 'Quality of the partnership and the cooperation arrangements',
    points: { value: { max: 20, min: 10 }, confidence: 'sourced', sources: criteriaSources },
    aspects: [
      'appropriate mix',
      'newcomers and less experienced organisations',
      'task distribution',
      'coordination and communication mechanisms',
    ],
  },
  {
    id: 'impact',
    label: 'Impact',
    points: { value: { max: 20, min: 10 }, confidence: 'sourced', sources: criteriaSources },
    aspects: [
      'integration of results in regular work',
      'impact on participants, organisations, community',
      'way of evaluating the results',
      'dissemination and visibility of EU funding',
    ],
  },
];
