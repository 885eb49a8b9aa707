// What several evaluations come to: the mean of each criterion and of all, how far apart the evaluators are, which threshold is
// missed. Points come in hundredths and are compared before anything is rounded: a mean that misses a threshold by a hair misses it.
import type { Scale, ScaleCriterion } from './scale.ts';
import { HUNDREDTHS } from './scale.ts';

/** Points of one evaluator, by criterion. */
export type Scores = Readonly<Record<string, number>>;

export type Spread = 'alone' | 'close' | 'apart' | 'farApart';

export interface Assessed {
  /** Points. */
  mean: number;
  lowest: number;
  highest: number;
  /** Standard deviation of these evaluators, not an estimate for others. */
  deviation: number;
  spread: Spread;
  /** The mean is below the threshold. */
  isFailed: boolean;
}

export interface AssessedCriterion extends Assessed {
  criterion: ScaleCriterion;
}

export interface Assessment {
  evaluators: number;
  criteria: AssessedCriterion[];
  /** Of 100. */
  total: Assessed;
  /** Of the criterion on which they are the furthest apart: in the total, differences cancel each other. */
  spread: Spread;
  /** The total and every criterion reach their thresholds. */
  isPassed: boolean;
}

/** Shares of the most that there is. A twentieth of 25 points is one point: evaluators agree. */
const CLOSE_MAX = 0.05;
/** As wide as a quality band: within it, they call the same thing by neighbouring words. */
const APART_MAX = 0.125;

function spreadOf(deviation: number, max: number, count: number): Spread {
  if (count < 2) return 'alone';
  const share = deviation / max;
  if (share <= CLOSE_MAX) return 'close';
  return share <= APART_MAX ? 'apart' : 'farApart';
}

const byWidth: readonly Spread[] = ['alone', 'close', 'apart', 'farApart'];
const widest = (criteria: readonly Assessed[]): Spread =>
  criteria
    .map(({ spread }) => spread)
    .reduce((one, other) => (byWidth.indexOf(other) > byWidth.indexOf(one) ? other : one));

const whole = (points: number): number => Math.round(points * HUNDREDTHS);

/** @param values points in hundredths, at least one */
function assess(values: readonly number[], max: number, min: number): Assessed {
  const sum = values.reduce((total, one) => total + one, 0);
  const count = values.length;
  const mean = sum / count;
  const deviation = Math.sqrt(values.reduce((total, one) => total + (one - mean) ** 2, 0) / count) / HUNDREDTHS;
  return {
    mean: mean / HUNDREDTHS,
    lowest: Math.min(...values) / HUNDREDTHS,
    highest: Math.max(...values) / HUNDREDTHS,
    deviation,
    spread: spreadOf(deviation, max, count),
    // Whole numbers on both sides.
    isFailed: sum < whole(min) * count,
  };
}

/**
 * @param evaluations complete ones: points for every criterion
 * @returns null without any
 */
export function assessRound(scale: Scale, evaluations: readonly Scores[]): Assessment | null {
  if (evaluations.length === 0) return null;
  const pointsOf = (scores: Scores, id: string): number => whole(scores[id] ?? 0);
  const criteria = scale.criteria.map((criterion) => ({
    criterion,
    ...assess(
      evaluations.map((scores) => pointsOf(scores, criterion.id)),
      criterion.max,
      criterion.min,
    ),
  }));
  const max = scale.criteria.reduce((sum, one) => sum + one.max, 0);
  const totals = evaluations.map((scores) => {
    const sum = scale.criteria.reduce((total, { id }) => total + pointsOf(scores, id), 0);
    // Exact where the criteria have 100 points together, as in every call there is.
    return (sum * 100) / max;
  });
  const total = assess(totals, 100, scale.thresholdTotal);
  return {
    evaluators: evaluations.length,
    criteria,
    total,
    spread: widest(criteria),
    isPassed: !total.isFailed && criteria.every(({ isFailed }) => !isFailed),
  };
}

/** Two digits behind the point; a mean that misses its threshold is never rounded up to it. */
export function shownPoints(points: number, threshold?: number): number {
  const rounded = Math.round(points * HUNDREDTHS + 1e-9) / HUNDREDTHS;
  const isMissed = threshold !== undefined && points < threshold && rounded >= threshold;
  return isMissed ? Math.floor(points * HUNDREDTHS) / HUNDREDTHS : rounded;
}
