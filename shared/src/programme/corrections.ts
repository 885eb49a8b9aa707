// Figures of a call that an administrator of this installation has put right: laid over the product's own, on the server and in the
// browser alike. A correction is for one figure of one call; the figure then says who corrected it, when and why.
import { z } from 'zod';
import { userIdSchema } from '../ids.ts';
import { type Figure, mapFigures } from './figures.ts';
import type { Call } from './schema.ts';

/** Of a figure: a number, a text, a list, a pair. Bounded, since it travels with every proposal of the call. */
export const correctedValueSchema = z
  .json()
  .refine((value) => JSON.stringify(value).length <= 4000, 'is longer than any figure');

export const correctionSchema = z.object({
  path: z.string().min(1).max(200),
  value: correctedValueSchema,
  /** Where the right figure stands. */
  source: z.string(),
  reason: z.string(),
  by: userIdSchema,
  /** '' when the account is gone. */
  byName: z.string(),
  /** ISO 8601. */
  at: z.string(),
});
export type Correction = z.infer<typeof correctionSchema>;

function corrected(figure: Figure, { value, source, reason, byName: by, at }: Correction): Figure {
  return { value, confidence: 'sourced', sources: [source], correction: { by, at, reason } };
}

/** The choices of the form are the lump sums of the call. */
function withLumpSums(call: Call): Call {
  const options = (call.lumpSumsCents?.value ?? []).map((cents) => ({
    id: String(cents / 100),
    label: `${new Intl.NumberFormat('en').format(cents / 100)} EUR`,
  }));
  const sections = call.sections.map((section) => ({
    ...section,
    groups: section.groups.map((group) => ({
      ...group,
      questions: group.questions.map((one) => (one.id === 'lump_sum' ? { ...one, options } : one)),
    })),
  }));
  return { ...call, sections };
}

const made = new WeakMap<Call, { key: string; call: Call }>();

/** The same object for the same corrections, and the call itself without any: pages compare it. */
export function correctCall(call: Call, corrections: readonly Correction[]): Call {
  if (corrections.length === 0) return call;
  const key = JSON.stringify(corrections);
  const known = made.get(call);
  if (known?.key === key) return known.call;
  const byPath = new Map(corrections.map((one) => [one.path, one]));
  const mapped = mapFigures(call, (figure, path) => {
    const correction = byPath.get(path);
    return correction ? corrected(figure, correction) : figure;
  });
  const result = mapped.lumpSumsCents === call.lumpSumsCents ? mapped : withLumpSums(mapped);
  made.set(call, { key, call: result });
  return result;
}
