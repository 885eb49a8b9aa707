// What is kept beside the figures of a budget: who wrote which, when. The figures themselves are in the document.
import { z } from 'zod';
import { figureKeySchema } from '../budget/budget-cells.ts';
import { organisationIdSchema, proposalIdSchema, userIdSchema } from '../ids.ts';
import { timestampSchema } from './names.ts';
import { timelineCursorSchema } from './review.ts';
import { defineRoute } from './route.ts';

export const figureChangeSchema = z.object({
  id: z.string(),
  at: timestampSchema,
  actorId: userIdSchema,
  actorName: z.string(),
  /** Whom they belonged to then. */
  organisationId: organisationIdSchema.nullable(),
  /** Cents, or a quantity; null for an empty cell. */
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** What this person wrote at the same moment as the value that counts (`after`), and does not count itself; null elsewhere. */
  overtaken: z.number().nullable(),
});
export type FigureChange = z.infer<typeof figureChangeSchema>;

/** Of one figure, newest first, 50 at a time. */
export const listFigureHistory = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/figure-history',
  needs: 'timeline.read',
  params: z.object({ proposalId: proposalIdSchema }),
  body: z.object({
    cell: figureKeySchema,
    /** `next` of the page before. */
    before: timelineCursorSchema.optional(),
  }),
  response: z.object({ changes: z.array(figureChangeSchema), next: timelineCursorSchema.nullable() }),
});
