// How finely evaluators score a criterion: in whole points, or in halves. Nobody could be found who says it in writing.
import type { Call } from '../schema.ts';

const sources = ['general knowledge of the field, not confirmed'];

/** National agencies. */
export const wholePoints: Call['scoreStep'] = {
  value: 1,
  confidence: 'unconfirmed',
  sources,
  note: 'the bands of points of these calls are given in whole points',
};

/** The agency in Brussels. */
export const halfPoints: Call['scoreStep'] = { value: 0.5, confidence: 'unconfirmed', sources };
