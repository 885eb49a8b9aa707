// A figure of the programme with where it comes from, and how far it can be trusted.
import { z } from 'zod';

/** How far a figure can be trusted. `unconfirmed` is said in the interface next to where the figure is used. */
export const confidenceSchema = z.enum(['sourced', 'sourced-secondary', 'unconfirmed']);
export type Confidence = z.infer<typeof confidenceSchema>;

/** A figure with where it comes from. */
export interface Sourced<T> {
  value: T;
  confidence: Confidence;
  sources: readonly string[];
  note?: string | undefined;
  /** Set where an administrator of this installation has put the product's figure right. */
  correction?: { by: string; at: string; reason: string } | undefined;
}
/** The schema of one. */
export const sourced = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    confidence: confidenceSchema,
    sources: z.array(z.string()).min(1).readonly(),
    note: z.string().optional(),
    correction: z.object({ by: z.string(), at: z.string(), reason: z.string() }).optional(),
  });
