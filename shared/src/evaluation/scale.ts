// The scale of a mock evaluation: what each criterion of a call is worth, where it fails, and in which steps points are given. A
// round keeps its own, so that a figure of the call that is put right later changes no result of before.
import { z } from 'zod';
import type { Call } from '../programme/schema.ts';

export const scaleSchema = z.object({
  criteria: z.array(z.object({ id: z.string(), label: z.string(), max: z.number(), min: z.number() })).min(1),
  /** Of 100. */
  thresholdTotal: z.number(),
  step: z.number().positive(),
});
export type Scale = z.infer<typeof scaleSchema>;
export type ScaleCriterion = Scale['criteria'][number];

/** What is said of the proposal as a whole: no criterion, no points. */
export const OVERALL = 'overall';

/** Points are kept in hundredths: whole numbers add up without rounding. */
export const HUNDREDTHS = 100;

export function scaleOf({ criteria, thresholdTotal, scoreStep }: Call): Scale {
  return {
    criteria: criteria.map(({ id, label, points }) => ({ id, label, ...points.value })),
    thresholdTotal: thresholdTotal.value,
    step: scoreStep.value,
  };
}

/** Within 0 and the most that there is, in the steps of the programme. */
export function isScore({ step }: Pick<Scale, 'step'>, { max }: Pick<ScaleCriterion, 'max'>, points: number): boolean {
  const steps = points / step;
  // Steps of a tenth are none in binary.
  return points >= 0 && points <= max && Math.abs(steps - Math.round(steps)) < 1e-9;
}

export const bands = ['veryGood', 'good', 'fair', 'weak'] as const;
export type Band = (typeof bands)[number];

/** @returns null where the call's data has no bands for so many points */
export function bandOf({ qualityBands }: Pick<Call, 'qualityBands'>, max: number, points: number): Band | null {
  const from = qualityBands.find((one) => one.max === max)?.from.value;
  if (!from) return null;
  const at = from.findIndex((lowest) => points >= lowest);
  return bands[at < 0 ? bands.length - 1 : at] ?? null;
}
