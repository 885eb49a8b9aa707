// Which points evaluators call very good, good and fair, by the highest points of a criterion.
import type { Call } from '../schema.ts';

export const qualityBands: Call['qualityBands'] = [
  {
    max: 30,
    from: {
      value: [26, 21, 15],
      confidence: 'sourced-secondary',
      sources: ['planner of an agency user (ibay46), citing the Guide for Experts 2026'],
    },
  },
  {
    max: 25,
    from: {
      value: [22, 18, 13],
      confidence: 'unconfirmed',
      sources: ['planner of an agency user (ibay46), citing the Guide for Experts 2026'],
    },
  },
  {
    max: 20,
    from: {
      value: [17, 14, 10],
      confidence: 'sourced-secondary',
      sources: ['planner of an agency user (ibay46), citing the Guide for Experts 2026'],
    },
  },
];
