// The award criteria of KA220 in 2026, with the points below which a proposal fails.
import type { Call } from '../schema.ts';

const criteriaSources = [
  'copy of the form (gunnit/erasmus, KA220-ADU)',
  'https://growthprojects.eu/?p=3595 (on Programme Guide 2026)',
];

export const criteria: Call['criteria'] = [
  {
    id: 'relevance',
    label: 'Relevance of the project',
    points: { value: { max: 25, min: 13 }, confidence: 'sourced-secondary', sources: criteriaSources },
    aspects: [
      'fits the objectives and at least one priority of the action (highly relevant if it addresses inclusion and diversity, or a European priority the National Agency announced for its national context)',
      'respects and promotes EU values',
      'profile, experience and activities of the organisations fit the field of the application',
      'built on a genuine and adequate needs analysis',
      'creates synergies between education, training, youth and sport fields, or can strongly affect one of them',
      'innovative',
      'complementary to what the organisations already do / builds on earlier results',
      'adds value at EU level that one country alone could not reach',
    ],
  },
  {
    id: 'design',
    label: 'Quality of the project design and implementation',
    points: { value: { max: 30, min: 15 }, confidence: 'sourced-secondary', sources: criteriaSources },
    aspects: [
      'objectives clear, realistic and tied to needs of partners and target groups',
      'methodology clear, adequate, feasible: complete work plan with preparation, implementation, monitoring, evaluation, sharing',
      'cost-effective, right resources for each activity',
      'quality control, monitoring and evaluation so that the project ends on time and on budget',
      'accessible, inclusive, open to people with fewer opportunities',
      'digital tools and methods; use of Erasmus+ platforms (EPALE, European School Education Platform/eTwinning, youth platforms)',
      'green practices in every phase',
      'participation and civic engagement',
      'if learning, teaching or training activities: fit for purpose, right participants, practical arrangements, recognition of learning (Europass, Youthpass)',
    ],
  },
  {
    id: 'partnership',
    label: 'Quality of the partnership and the cooperation arrangements',
    points: { value: { max: 20, min: 10 }, confidence: 'sourced-secondary', sources: criteriaSources },
    aspects: [
      'appropriate mix of organisations (profile, incl. grassroots; past experience; expertise)',
      'newcomers and less experienced organisations involved',
      'task allocation shows commitment and active contribution of all',
      'effective coordination and communication, also with stakeholders',
      'organisation of a third country not associated brings essential added value (else it is removed from the proposal)',
    ],
  },
  {
    id: 'impact',
    label: 'Impact',
    points: { value: { max: 25, min: 13 }, confidence: 'sourced-secondary', sources: criteriaSources },
    aspects: [
      'concrete, logical steps to integrate results in the regular work of the partners',
      'positive impact on participants, partners and wider community',
      'results usable outside the partnership, during and after, at local/regional/national/European level',
      'concrete steps to share results inside and outside and to acknowledge EU funding',
      'open access to materials under open licences',
      'sustainability after the grant',
    ],
  },
];

export const tieBreak: Call['tieBreak'] = {
  value: ['relevance', 'impact'],
  confidence: 'unconfirmed',
  sources: ['general knowledge of the field, not confirmed'],
};
